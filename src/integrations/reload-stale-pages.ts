import path from 'node:path';
import type { AstroIntegration } from 'astro';

/**
 * Makes the dev server reload a page that was still loading when an edit arrived. Vite tells only the pages that are
 * connected at that moment; the others would show the text before the edit until the next one.
 */
export function reloadStalePages(): AstroIntegration {
  return {
    name: 'reload-stale-pages',
    hooks: {
      'astro:server:setup': ({ server }) => {
        // Pages follow an edit as soon as Astro has written this file.
        const store = path.join(server.config.root, '.astro', 'data-store.json');
        let edited = 0;
        let requested = 0;
        server.watcher.on('all', (_event, file) => {
          if (file === store) edited = performance.now();
        });
        server.middlewares.use((request, _response, next) => {
          if (request.headers['sec-fetch-dest'] === 'document') requested = performance.now();
          next();
        });
        server.environments.client.hot.on('vite:client:connect', (_data, client) => {
          // Only the newest request is known: of several pages that load at once, an older one may be missed.
          if (edited > requested) client.send({ type: 'full-reload' });
        });
      },
    },
  };
}
