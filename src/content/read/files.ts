import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readFileSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../domain/facts/problems.ts';
import { isPortableName, PORTABLE_NAME } from '../../domain/text/portable-name.ts';

/** Dependencies of every function that reads a part of `content/`. */
export interface ReadContext {
  /** The project's root folder. */
  root: string;
  /** Current day in UTC, such as 2026-11-21: dates of the library are not later than tomorrow. */
  today: string;
  /** Receives the problems. */
  problems: Problem[];
}

/**
 * Maximum size of each kind of file, in bytes. An article is at most 40,000 UTF-16 units of text and 20,000 of facts; the
 * releases of a package three times 5,000 lines of 30 bytes; the state of upstream 5,000 articles with 10 addresses each,
 * and the addresses of messages as many. A table has 20,000 rows of 100 bytes. A file of a reproduction is at most four times
 * the longest source in an article. The wanted faults are 500 with 30 addresses each.
 */
export const MAX_BYTES = {
  article: 200_000,
  projects: 60_000,
  compatibility: 60_000,
  tables: 2e6,
  releases: 500_000,
  upstream: 5e6,
  wanted: 500_000,
  messageAddresses: 5e6,
  reproduction: 50_000,
};

/** Twice the number of articles that the site is designed for. */
const MAX_ENTRIES = 10_000;

/** A link that replaced a file after its folder was listed. */
const LINK = { found: 'a symbolic link', expected: 'the file itself', isWrongKind: true };

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Refuses to follow a link that replaced the listed file, and to wait for the other end of a pipe. Windows has neither flag.
 */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Compares strings by UTF-16 code units: the order is the same on every machine, whatever its locale. */
export const compareCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Returns true if `content/` itself is a folder, not a link to one. Reports a problem if not. */
export function isContentFolder({ root, problems }: ReadContext): boolean {
  const file = 'content';
  try {
    const stats = lstatSync(path.join(root, file));
    if (stats.isDirectory()) return true;
    problems.push(wrongKind(file, stats, 'a folder'));
  } catch (error) {
    problems.push(unreadable(file, error));
  }
  return false;
}

/**
 * Lists the files and folders of a content folder by name. Skips dotfiles unless they are wanted. Reports links, devices, pipes and sockets,
 * wherever they point, and names that some systems cannot have; none of them is ever opened.
 *
 * Names cannot differ in case alone: the callers accept only one case of each name.
 *
 * @param folder path from the project's root, with slashes; not a link
 */
export function listFolder(
  { root, problems }: ReadContext,
  folder: string,
  { hasDotfiles = false } = {},
): Dirent[] {
  const entries: Dirent[] = [];
  try {
    using listing = opendirSync(path.join(root, folder));
    for (let entry = listing.readSync(); entry; entry = listing.readSync()) {
      if (hasDotfiles || !entry.name.startsWith('.')) entries.push(entry);
      if (entries.length <= MAX_ENTRIES) continue;
      const found = `more than ${MAX_ENTRIES} files`;
      problems.push({ file: folder, field: 'file', found, expected: `at most ${MAX_ENTRIES}` });
      return [];
    }
  } catch (error) {
    problems.push(unreadable(folder, error));
    return [];
  }
  return entries
    .sort((a, b) => compareCodeUnits(a.name, b.name))
    .filter((entry) => {
      const problem = entryProblem(`${folder}/${entry.name}`, entry);
      if (problem) problems.push(problem);
      return !problem;
    });
}

function entryProblem(file: string, entry: Dirent): Problem | undefined {
  if (!entry.isFile() && !entry.isDirectory()) return wrongKind(file, entry, 'the file itself');
  if (isPortableName(entry.name)) return undefined;
  const field = entry.isFile() ? 'file name' : 'folder name';
  return { file, field, found: JSON.stringify(entry.name), expected: PORTABLE_NAME };
}

/** Reports an entry that is something else than the folder or the file that belongs there. */
export function wrongKind(file: string, entry: Dirent | Stats, expected: string): Problem {
  return { file, field: 'file', found: kindOf(entry), expected, isWrongKind: true };
}

function kindOf(entry: Dirent | Stats): string {
  if (entry.isSymbolicLink()) return 'a symbolic link';
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFile()) return 'a file';
  if (entry.isFIFO()) return 'a pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}

/**
 * Reads a text file with CRLF as LF, at once: for thousands of small files, that takes a tenth of the time that waiting for
 * each of them does. Returns `undefined` and reports a problem if it is not a file, too large, or not UTF-8.
 *
 * @param file path from the project's root, with slashes, in a folder that was listed
 */
export function readText(
  { root, problems }: ReadContext,
  file: string,
  maxBytes: number,
): string | undefined {
  const report = (found: string, expected: string) => {
    problems.push({ file, field: 'file', found, expected });
    return undefined;
  };
  let bytes: Buffer;
  try {
    const descriptor = openSync(path.join(root, file), READ_FLAGS);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return report(kindOf(stats), 'the file itself');
      if (stats.size > maxBytes) return report(`${stats.size} bytes`, `at most ${maxBytes}`);
      bytes = readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    problems.push(unreadable(file, error));
    return undefined;
  }
  if (!isUtf8(bytes)) return report('bytes that are not UTF-8', 'UTF-8');
  const text = bytes.toString('utf8');
  if (!text.startsWith(BYTE_ORDER_MARK)) return text.replaceAll('\r\n', '\n');
  const expected = 'UTF-8 without a byte order mark';
  problems.push({ file, line: 1, field: 'file', found: 'a byte order mark', expected });
  return undefined;
}

function unreadable(file: string, error: unknown): Problem {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const problem = { file, field: 'file' };
  if (code === 'ENOENT') return { ...problem, found: 'nothing', expected: 'a folder' };
  if (code === 'ELOOP') return { ...problem, ...LINK };
  return { ...problem, found: `an error (${code})`, expected: 'what every user may read' };
}
