import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { lookup } from 'mrmime';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { readLibrary } from '../content/read/read-library.ts';
import { articlePath, localizedPath } from '../domain/addresses/addresses.ts';
import { locales } from '../domain/vocabulary.ts';

/** Folder of the bundle in the site, and its address. */
const BUNDLE = 'pagefind';

/** Pages that belong into the index: the articles of every language. */
const ARTICLE_PAGES = '{articles,*/articles}/*/index.html';

/** Pagefind writes its ready-made interfaces too, half a megabyte that the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Behind the two calls in `pagefind.js` that load a part with words and a part with filters. */
const DISCARDED_LOAD_ERROR = /(?<="load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/**
 * The full-text index. A build makes it when Astro has written the pages, so that `astro build` alone makes
 * the whole site; a dev server makes it from its own pages when it is first asked for, and again after an edit.
 */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const output = fileURLToPath(dir);
        const files = await indexed(async (index) => {
          const { errors } = await index.addDirectory({ path: output, glob: ARTICLE_PAGES });
          throwOn(errors);
        });
        for (const file of files) {
          const target = path.join(output, BUNDLE, file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.content);
        }
        logger.info('full-text index written');
      },

      'astro:server:setup': ({ server, logger }) => {
        const root = server.config.root;
        let bundle: Promise<Map<string, Uint8Array>> | undefined;
        // A page follows its file only when Astro has written its store: who asks between the two gets the old text.
        const sources = ['content', '.astro'].map((folder) => path.join(root, folder) + path.sep);
        server.watcher.on('all', (_event, changed) => {
          if (sources.some((folder) => changed.startsWith(folder))) bundle = undefined;
        });
        server.middlewares.use(`/${BUNDLE}`, (request, response, next) => {
          const origin = `http://${request.headers.host}${server.config.base.replace(/\/$/, '')}`;
          bundle ??= bundleOfServer(root, origin);
          bundle.then(
            (files) => {
              const name = new URL(request.url ?? '/', origin).pathname.slice(1);
              const content = files.get(name);
              if (!content) return next();
              response.setHeader('content-type', lookup(name) ?? 'application/octet-stream');
              response.end(content);
            },
            (error: unknown) => {
              bundle = undefined;
              logger.error(String(error));
              response.writeHead(500).end();
            },
          );
        });
      },
    },
  };
}

/** Indexes the articles as a running dev server shows them. */
async function bundleOfServer(root: string, origin: string): Promise<Map<string, Uint8Array>> {
  const { articles } = await readLibrary(root);
  const files = await indexed(async (index) => {
    for (const { slug } of articles) {
      for (const locale of locales) {
        const url = localizedPath(articlePath(slug), locale);
        const page = await fetch(origin + url);
        if (!page.ok) continue;
        throwOn((await index.addHTMLFile({ url, content: await page.text() })).errors);
      }
    }
  });
  return new Map(files.map((file) => [file.path, file.content]));
}

/** Runs Pagefind once: `fill` adds the pages, the files of the bundle come back. */
async function indexed(fill: (index: PagefindIndex) => Promise<void>): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    throwOn(errors);
    if (!index) throw new Error('Pagefind made no index');
    await fill(index);
    const { files, errors: writing } = await index.getFiles();
    throwOn(writing);
    return files.filter((file) => !UNUSED.test(file.path)).map(rethrowLoadErrors);
  } finally {
    await close();
  }
}

/**
 * Makes a search fail when a part of the index cannot be loaded: Pagefind discards that error, answers "nothing found",
 * and has no option for it.
 *
 * @throws Error when the script of another Pagefind version does not contain the code to change
 */
function rethrowLoadErrors(file: IndexFile): IndexFile {
  if (file.path !== 'pagefind.js') return file;
  const pieces = new TextDecoder().decode(file.content).split(DISCARDED_LOAD_ERROR);
  if (pieces.length !== 3) throw new Error('pagefind.js does not discard two load errors');
  return { ...file, content: new TextEncoder().encode(pieces.join('')) };
}

function throwOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
