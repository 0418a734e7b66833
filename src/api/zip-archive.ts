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

/** Zip archives cannot store other days. */
const [FIRST_DAY, LAST_DAY] = ['1980-01-01', '2099-12-31'];

/**
 * Zip archives store local time. Noon exists on every day in every time zone; midnight doesn't. A day that the format
 * cannot store becomes the nearest one that it can: the date of an entry must not stop a build.
 */
function localNoon(day: string): Date {
  const stored = day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day;
  return new Date(`${stored}T12:00:00`);
}
