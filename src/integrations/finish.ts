import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite, type WrittenPages } from './finish-site.ts';
import { emitScript } from './forwards/emit-script.ts';

/**
 * Variable that is set if the process that has started Astro finishes the site. It gets a message, a `WrittenPages`: when
 * Astro has ended, its memory is free for the full-text index.
 */
export const FINISHED_BY_PARENT = 'KNOWN_FAULTS_FINISHED_BY_PARENT';

/**
 * Finishes the site when its pages are written. Must be the last integration.
 *
 * @param maxFiles maximum number of files of the site
 */
export function finish(maxFiles: number): AstroIntegration {
  const script = emitScript('known-faults-forward-script', 'src/client/forward/forward.ts');
  let root = '';
  let origin = '';
  let base = '';
  return {
    name: 'known-faults-finish',
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
        const scripts = script.fileNames().map((fileName) => `${base}/${fileName}`);
        const forwards = { origin, base, scripts };
        const pages: WrittenPages = { root, folder: fileURLToPath(dir), forwards, maxFiles };
        if (process.env[FINISHED_BY_PARENT] && process.send) process.send(pages);
        else await finishSite(pages, (message) => logger.warn(message));
      },
    },
  };
}
