import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { CardThread } from '../social/card-thread.ts';
import { libraryCards } from '../social/library-cards.ts';

/**
 * Draws the cards of the articles. A build draws them beside the pages, which need not wait; a dev server draws each on
 * request.
 */
export function cards(): AstroIntegration {
  let thread: Promise<CardThread | undefined> | undefined;
  let site: string;
  return {
    name: 'known-faults-cards',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        if (command === 'dev') {
          injectRoute({
            pattern: '/[...locale]/cards/[id].png',
            entrypoint: './src/pages/[...locale]/cards/_[id].png.ts',
          });
        }
        if (command === 'build') {
          thread = startDrawing(fileURLToPath(config.root));
          // Reported by the hooks below.
          thread.catch(() => undefined);
          site = fileURLToPath(config.outDir);
        }
      },
      // Astro has emptied the folder of the site.
      'astro:build:setup': async () => (await thread)?.write(site),
      'astro:build:done': async ({ logger }) => {
        const counts = await (await thread)?.finish();
        if (counts) logger.info(`${counts.written} cards written, ${counts.drawn} of them drawn`);
      },
    },
  };
}

/** Starts to draw the cards of the library; nothing if it has problems, at which the build stops. */
async function startDrawing(root: string): Promise<CardThread | undefined> {
  const library = await sharedLibrary(root);
  return library.problems.length > 0 ? undefined : new CardThread(root, libraryCards(library));
}
