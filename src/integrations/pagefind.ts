import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { filesIn } from './files-in.ts';

const run = promisify(execFile);

/** Pagefind's command. */
const COMMAND = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));

/** Pages that are indexed at a time. Pagefind needs about half a megabyte of memory for each (measured). */
const MAX_PAGES_AT_A_TIME = 4000;

/** Up to this number of pages, the text that shows a page in a list of hits is a file. */
const MAX_SINGLE_TEXTS = 500;

/** Pages that share such a file in a large library: a host's limit of files against what a search loads. */
const TEXTS_PER_FILE = 4;

/** Folder of the full-text index in the site. */
export const FULL_TEXT_FOLDER = 'pagefind';

/** Lists the languages of an index. */
const ENTRY = 'pagefind-entry.json';

/** Pagefind's script. */
const SCRIPT = 'pagefind.js';

/** Pagefind's own user interfaces, half a megabyte that the site doesn't use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Behind the two calls in `pagefind.js` that load a part with words and a part with filters. */
const DISCARDED_LOAD_ERROR = /(?<="load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/** A language of a site, as it is indexed. */
interface Language {
  /** Matches its pages. */
  glob: string;
  /** Approximate number of these. */
  pages: number;
  /** Folder of its index. */
  output: string;
}

/**
 * Writes the index of a built site. The languages are indexed side by side; those of a large library one after another, to
 * save memory.
 *
 * @param site folder of the site
 * @param folder folder of the index
 * @param articles for each language, the folder of its articles in the site
 */
export async function writeIndex(
  site: string,
  folder: string,
  articles: readonly string[],
): Promise<void> {
  const languages = await Promise.all(
    articles.map(async (name, index) => ({
      glob: `${name}/*/index.html`,
      pages: (await readdir(path.join(site, name))).length,
      output: path.join(folder, String(index)),
    })),
  );
  const pages = languages.reduce((sum, language) => sum + language.pages, 0);
  if (pages <= MAX_PAGES_AT_A_TIME) {
    await Promise.all(languages.map((language) => indexLanguage(site, language)));
  } else {
    for (const language of languages) await indexLanguage(site, language);
  }
  await mergeIndexes(
    folder,
    languages.map(({ output }) => output),
  );
  const script = path.join(folder, SCRIPT);
  await writeFile(script, rethrowLoadErrors(await readFile(script, 'utf8')));
}

/** @throws {Error} with what Pagefind reports */
async function indexLanguage(site: string, { glob, pages, output }: Language): Promise<void> {
  const maxTexts = Math.max(MAX_SINGLE_TEXTS, Math.ceil(pages / TEXTS_PER_FILE));
  const options = ['--site', site, '--glob', glob, '--output-path', output];
  options.push('--max-fragments', String(maxTexts), '--silent');
  await run(process.execPath, [COMMAND, ...options]);
}

/** Moves indexes of different languages into one folder, without the files that the site does not use. */
async function mergeIndexes(folder: string, parts: readonly string[]): Promise<void> {
  const languages: Record<string, unknown> = {};
  let entry = {};
  for (const part of parts) {
    entry = JSON.parse(await readFile(path.join(part, ENTRY), 'utf8'));
    if ('languages' in entry) Object.assign(languages, entry.languages);
    for (const { name, parentPath } of await filesIn(part)) {
      if (UNUSED.test(name)) continue;
      const target = path.join(folder, path.relative(part, parentPath));
      await mkdir(target, { recursive: true });
      await rename(path.join(parentPath, name), path.join(target, name));
    }
    await rm(part, { recursive: true });
  }
  await writeFile(path.join(folder, ENTRY), JSON.stringify({ ...entry, languages }));
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
