import { zipSync } from 'fflate';

/** A text file to pack. */
export interface ArchivedFile {
  name: string;
  text: string;
  /** Modification date in the archive, such as 2026-11-21. */
  day: string;
}

/** Returns a zip archive. Its bytes depend on the files only, not on the time or time zone of the build. */
export function zipArchive(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = files.map(({ name, text, day }) => [
    name,
    [encoder.encode(text), { mtime: localNoon(day) }],
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9 });
}

/** Zip archives store local time. Noon exists on every day in every time zone; midnight doesn't. */
function localNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
