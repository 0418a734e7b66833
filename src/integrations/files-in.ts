import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** Returns the files in a folder and in the folders below it. */
export async function filesIn(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile());
}
