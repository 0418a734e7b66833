import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

/** The site as `npm run build` writes it. */
export const dist = path.join(root, 'dist');

/** Returns the paths of all files below a folder, with slashes, in order. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** Returns the paths of the HTML pages of a built site. */
export const pagesOf = (dir: string) => filesOf(dir).filter((file) => file.endsWith('.html'));

/** Returns the SHA-256 of every file of a built site. */
export function digestsOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(dir, file)))
        .digest('hex'),
    ]),
  );
}

/** Returns a line for each file in which two built sites differ: `differs: feed.xml`. */
export function differencesBetween(
  first: Record<string, string>,
  second: Record<string, string>,
): string[] {
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].sort().flatMap((file) => {
    if (first[file] === second[file]) return [];
    if (second[file] === undefined) return [`missing: ${file}`];
    return [first[file] === undefined ? `added: ${file}` : `differs: ${file}`];
  });
}
