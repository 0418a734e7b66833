import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../domain/facts/problems.ts';

/** Maximum size of a text file, in bytes; larger files are rejected unread. */
const MAX_TEXT_BYTES = 200_000;

/** Compares by code unit, so the order does not depend on the locale of the machine. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Lists a folder of the library in order. Skips dotfiles. Symbolic links are rejected, wherever they point: only files in
 * the library are published.
 *
 * @param folder path from the project root, with slashes
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
    problems.push({ file, field: 'file', found: 'a symbolic link', allowed: 'the file itself' });
  }
  return plain;
}

/** Reads a file of the library. If it exceeds `limit` bytes, adds a problem and returns `undefined`. */
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

/** Reads a text file of the library with Unix line endings. If it is not UTF-8, adds a problem and returns `undefined`. */
export async function readUtf8(
  root: string,
  file: string,
  problems: Problem[],
): Promise<string | undefined> {
  const bytes = await readBytes(root, file, MAX_TEXT_BYTES, problems);
  if (!bytes) return undefined;
  if (isUtf8(bytes)) return bytes.toString('utf8').replaceAll('\r\n', '\n');
  problems.push({ file, field: 'file', found: 'bytes that are not UTF-8', allowed: 'UTF-8' });
  return undefined;
}
