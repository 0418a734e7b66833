import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { lookup } from 'mrmime';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { articlePath, localizedPath } from '../domain/addresses/addresses.ts';
import { printable } from '../domain/text/characters.ts';
import { locales } from '../domain/vocabulary.ts';
import { FULL_TEXT_FOLDER, indexFiles, throwIfAny, withIndex } from './pagefind.ts';

/**
 * Serves the full-text index of the articles in the dev server, which indexes its own pages on the first request for the
 * index, and again after an edit.
 */
export function fullTextIndex(): AstroIntegration {
  return {
    name: 'known-faults-full-text-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const { root, base } = server.config;
        let files: Promise<Map<string, Uint8Array>> | undefined;
        // Pages are rendered from Astro's content store, which follows an edit in `content` with a delay.
        const sources = ['content', '.astro'].map((folder) => path.join(root, folder) + path.sep);
        server.watcher.on('all', (_event, changed) => {
          if (sources.some((folder) => changed.startsWith(folder))) files = undefined;
        });
        server.middlewares.use(`/${FULL_TEXT_FOLDER}`, (request, response, next) => {
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
  const { articles } = await sharedLibrary(root);
  const files = await withIndex(async (index) => {
    for (const { slug } of articles) {
      for (const locale of locales) {
        const url = localizedPath(articlePath(slug), locale);
        const page = await fetch(origin + url);
        if (!page.ok) continue;
        throwIfAny(await index.addHTMLFile({ url, content: await page.text() }));
      }
    }
    return indexFiles(index);
  });
  return new Map(files.map((file) => [file.path, file.content]));
}
