import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { lookup } from 'mrmime';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { readLibrary } from '../content/read/read-library.ts';
import { articlePath, localizedPath } from '../domain/addresses/addresses.ts';
import { printable } from '../domain/text/characters.ts';
import { locales } from '../domain/vocabulary.ts';

/** Folder of the index in the site. */
const FOLDER = 'pagefind';

/** Pages to index: the articles in every language. */
const ARTICLE_PAGES = '{articles,*/articles}/*/index.html';

/** Pagefind's own user interfaces, half a megabyte that the site doesn't use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Behind the two calls in `pagefind.js` that load a part with words and a part with filters. */
const DISCARDED_LOAD_ERROR = /(?<="load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/**
 * Builds the full-text index of the articles with Pagefind. A build indexes the pages that it wrote; a dev server indexes
 * its own pages on the first request for the index, and again after an edit.
 */
export function fullTextIndex(): AstroIntegration {
  return {
    name: 'known-faults-full-text-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const outDir = fileURLToPath(dir);
        const files = await createFiles(async (index) => {
          throwIfAny((await index.addDirectory({ path: outDir, glob: ARTICLE_PAGES })).errors);
        });
        for (const file of files) {
          const target = path.join(outDir, FOLDER, file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.content);
        }
        logger.info('full-text index written');
      },

      'astro:server:setup': ({ server, logger }) => {
        const { root, base } = server.config;
        let files: Promise<Map<string, Uint8Array>> | undefined;
        // Pages are rendered from Astro's content store, which follows an edit in `content` with a delay.
        const sources = ['content', '.astro'].map((folder) => path.join(root, folder) + path.sep);
        server.watcher.on('all', (_event, changed) => {
          if (sources.some((folder) => changed.startsWith(folder))) files = undefined;
        });
        server.middlewares.use(`/${FOLDER}`, (request, response, next) => {
          const origin = `http://${request.headers.host}${base.replace(/\/$/, '')}`;
          files ??= indexServer(root, origin);
          files.then(
            (contents) => {
              const name = new URL(request.url ?? '/', origin).pathname.slice(1);
              const content = contents.get(name);
              if (!content) return next();
              response.setHeader('content-type', lookup(name) ?? 'application/octet-stream');
              response.end(content);
            },
            (error: unknown) => {
              files = undefined;
              logger.error(printable(String(error)));
              response.writeHead(500).end();
            },
          );
        });
      },
    },
  };
}

/** Indexes the articles that a dev server serves. Returns the contents of the index by file name. */
async function indexServer(root: string, origin: string): Promise<Map<string, Uint8Array>> {
  const { articles } = await readLibrary(root);
  const files = await createFiles(async (index) => {
    for (const { slug } of articles) {
      for (const locale of locales) {
        const url = localizedPath(articlePath(slug), locale);
        const page = await fetch(origin + url);
        if (!page.ok) continue;
        throwIfAny((await index.addHTMLFile({ url, content: await page.text() })).errors);
      }
    }
  });
  return new Map(files.map((file) => [file.path, file.content]));
}

/** Runs Pagefind on the pages that `addPages` adds and returns the files of the index. */
async function createFiles(
  addPages: (index: PagefindIndex) => Promise<void>,
): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    throwIfAny(errors);
    if (!index) throw new Error('Pagefind: no index was created');
    await addPages(index);
    const { files, errors: fileErrors } = await index.getFiles();
    throwIfAny(fileErrors);
    return files.filter((file) => !UNUSED.test(file.path)).map(rethrowLoadErrors);
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
function rethrowLoadErrors(file: IndexFile): IndexFile {
  if (file.path !== 'pagefind.js') return file;
  const pieces = new TextDecoder().decode(file.content).split(DISCARDED_LOAD_ERROR);
  if (pieces.length !== 3) throw new Error('pagefind.js does not discard two load errors');
  return { ...file, content: new TextEncoder().encode(pieces.join('')) };
}

function throwIfAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
