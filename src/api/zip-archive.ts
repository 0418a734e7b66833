import { zipSync } from 'fflate';

/** A text that is packed. */
export interface ArchivedFile {
  name: string;
  text: string;
  /** The day that the archive gives as its time, such as 2026-11-21. */
  day: string;
}

/** A zip archive. The same files make the same bytes, whenever and in whichever time zone they are packed. */
export function zipArchive(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = files.map(({ name, text, day }) => [
    name,
    [encoder.encode(text), { mtime: noonOf(day) }],
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9 });
}

/** Archives hold the time of a clock on the wall; noon is on it every day everywhere, midnight is not. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
