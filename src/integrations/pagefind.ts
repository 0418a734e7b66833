import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';

/** Lists the languages of an index. */
const ENTRY = 'pagefind-entry.json';

/** Pagefind's script. */
const SCRIPT = 'pagefind.js';

/** Pagefind's own user interfaces, half a megabyte that the site doesn't use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Behind the two calls in `pagefind.js` that load a part with words and a part with filters. */
const DISCARDED_LOAD_ERROR = /(?<="load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/**
 * Writes the index of a built site. Pagefind needs about half a megabyte of memory for each page, so the languages are
 * indexed one after the other, each by a new process.
 *
 * @param site folder of the site
 * @param folder folder of the index
 * @param pages a glob for the pages of each language
 */
export async function writeIndex(
  site: string,
  folder: string,
  pages: readonly string[],
): Promise<void> {
  const entry = path.join(folder, ENTRY);
  const languages: Record<string, unknown> = {};
  for (const glob of pages) {
    await withIndex(async (index) => {
      throwIfAny(await index.addDirectory({ path: site, glob }));
      throwIfAny(await index.writeFiles({ outputPath: folder }));
    });
    const written = JSON.parse(await readFile(entry, 'utf8'));
    Object.assign(languages, written.languages);
    await writeFile(entry, JSON.stringify({ ...written, languages }));
  }
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(path.join(folder, name));
  }
  const script = path.join(folder, SCRIPT);
  await writeFile(script, rethrowLoadErrors(await readFile(script, 'utf8')));
}

/** Returns the files of an index that the site uses. */
export async function indexFiles(index: PagefindIndex): Promise<IndexFile[]> {
  const response = await index.getFiles();
  throwIfAny(response);
  return response.files
    .filter((file) => !UNUSED.test(file.path))
    .map((file) => {
      if (file.path !== SCRIPT) return file;
      const script = rethrowLoadErrors(new TextDecoder().decode(file.content));
      return { ...file, content: new TextEncoder().encode(script) };
    });
}

/** Runs a function with a new index, and ends Pagefind's process. */
export async function withIndex<T>(use: (index: PagefindIndex) => Promise<T>): Promise<T> {
  try {
    const response = await createIndex();
    throwIfAny(response);
    if (!response.index) throw new Error('Pagefind: no index was created');
    return await use(response.index);
  } finally {
    await close();
  }
}

/**
 * Makes a search fail when a part of the index cannot be loaded: Pagefind discards that error, answers "nothing found",
 * and has no option for it.
 *
 * @throws {Error} if the script of another Pagefind version does not contain the code to change
 */
function rethrowLoadErrors(script: string): string {
  const pieces = script.split(DISCARDED_LOAD_ERROR);
  if (pieces.length !== 3) throw new Error('pagefind.js does not discard two load errors');
  return pieces.join('');
}

export function throwIfAny({ errors }: { errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
