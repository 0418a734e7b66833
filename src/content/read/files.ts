import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../domain/facts/problems.ts';

/** Larger text files are rejected unread. */
const MAX_TEXT_BYTES = 200_000;

/** Compares strings by UTF-16 code units: the order is the same on every machine, whatever its locale. */
export const compareCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Lists the files and folders of a content folder by name. Skips dotfiles. Symlinks are reported as problems, wherever
 * they point.
 *
 * @param folder path from the project's root, with slashes
 */
export async function listFolder(
  root: string,
  folder: string,
  problems: Problem[],
): Promise<Dirent[]> {
  const all = await readdir(path.join(root, folder), { withFileTypes: true });
  const entries = all
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compareCodeUnits(a.name, b.name));
  return entries.filter((entry) => {
    if (entry.isFile() || entry.isDirectory()) return true;
    const file = `${folder}/${entry.name}`;
    problems.push({ file, field: 'file', found: 'a symbolic link', expected: 'the file itself' });
    return false;
  });
}

/** Reads a text file with CRLF as LF. Returns `undefined` and reports a problem if it is too large or not UTF-8. */
export async function readText(
  root: string,
  file: string,
  problems: Problem[],
): Promise<string | undefined> {
  const target = path.join(root, file);
  const { size } = await stat(target);
  if (size > MAX_TEXT_BYTES) {
    const expected = `at most ${MAX_TEXT_BYTES}`;
    problems.push({ file, field: 'file', found: `${size} bytes`, expected });
    return undefined;
  }
  const bytes = await readFile(target);
  if (isUtf8(bytes)) return bytes.toString('utf8').replaceAll('\r\n', '\n');
  problems.push({ file, field: 'file', found: 'bytes that are not UTF-8', expected: 'UTF-8' });
  return undefined;
}
