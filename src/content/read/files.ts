import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../domain/facts/problems.ts';

/** A text file larger than this is refused unread. */
const MAX_TEXT_BYTES = 200_000;

/** Orders by the letters' numbers: the same on every machine. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What stands in a folder of the library, in order. Hidden files are nobody's business. A link is a problem whatever it
 * leads to: what is published is what stands in the library.
 *
 * @param folder path from the project's root, with slashes
 */
export async function entriesOf(
  root: string,
  folder: string,
  problems: Problem[],
): Promise<Dirent[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compare(a.name, b.name));
  const plain = visible.filter((entry) => entry.isFile() || entry.isDirectory());
  for (const { name } of visible.filter((entry) => !plain.includes(entry))) {
    const file = `${folder}/${name}`;
    problems.push({ file, field: 'file', found: 'a link', allowed: 'the file itself' });
  }
  return plain;
}

/** The bytes of a file of the library, unless it is larger than allowed: then `undefined` and a problem. */
export async function readBytes(
  root: string,
  file: string,
  limit: number,
  problems: Problem[],
): Promise<Buffer | undefined> {
  const target = path.join(root, file);
  const { size } = await stat(target);
  if (size <= limit) return readFile(target);
  problems.push({ file, field: 'file', found: `${size} bytes`, allowed: `at most ${limit}` });
  return undefined;
}

/** The text of a file of the library with Unix line ends; `undefined` and a problem if it is none. */
export async function readUtf8(
  root: string,
  file: string,
  problems: Problem[],
): Promise<string | undefined> {
  const bytes = await readBytes(root, file, MAX_TEXT_BYTES, problems);
  if (!bytes) return undefined;
  if (isUtf8(bytes)) return bytes.toString('utf8').replaceAll('\r\n', '\n');
  problems.push({ file, field: 'file', found: 'bytes that are no UTF-8', allowed: 'UTF-8' });
  return undefined;
}
