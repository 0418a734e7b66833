import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { chooseForwardFiles, forwardsOf, listsArticles } from '../domain/addresses/forwards.ts';
import { emitScript } from './forwards/emit-script.ts';
import { forwardFiles } from './forwards/forward-files.ts';
import { forwardTargets } from './forwards/forward-targets.ts';
import { writeFiles } from './forwards/write-files.ts';

/**
 * Writes the addresses that lead to one article: permalinks, earlier slugs, upstream addresses, messages. There are several
 * times as many as pages, and they need no layout, so they are not routes of Astro.
 *
 * Must be the last integration: which addresses get a file depends on the number of all other files.
 *
 * @param maxFiles maximum number of files of the site
 */
export function forwards(maxFiles: number): AstroIntegration {
  const script = emitScript('known-faults-forward-script', 'src/client/forward/forward.ts');
  let root = '';
  let origin = '';
  let base = '';
  return {
    name: 'known-faults-forwards',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [script.plugin] } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        origin = new URL(config.site ?? 'http://localhost').origin;
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const library = await sharedLibrary(root);
        const single = forwardsOf(
          library.articles.map(({ slug, facts }) => ({ slug, ...facts })),
          library.messageAddresses,
        ).filter((forward) => !listsArticles(forward));
        // One more for `_redirects`.
        const otherFiles = (await countFiles(folder)) + 1;
        const chosen = chooseForwardFiles(single, otherFiles, maxFiles);
        const scripts = script.fileNames().map((fileName) => `${base}/${fileName}`);
        const site = { origin, base, scripts };
        await writeFiles(folder, forwardFiles(chosen, forwardTargets(library), site));
        if (chosen.unwritten.length > 0) {
          logger.warn(
            `${chosen.written.length} of ${single.length} forwarding addresses are files (MAX_FILES is ${maxFiles}); the 404 page answers the others`,
          );
        }
      },
    },
  };
}

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
