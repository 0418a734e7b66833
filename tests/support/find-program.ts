import { existsSync } from 'node:fs';
import path from 'node:path';

/** Returns the path of the first of these programs that the search path has, or `undefined`. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
