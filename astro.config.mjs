import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { pagefind } from './src/integrations/search-index.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { processor } from './src/content/render/processor.ts';

/** The one inline script: it sets the theme before the first paint, so it cannot be a file. */
const themeBoot = readFileSync(new URL('./src/client/shared/boot.js', import.meta.url));
const themeBootHash = createHash('sha256').update(themeBoot).digest('base64');

/** Where the site will stand; a deployment sets both (see README). */
const site = process.env.SITE_URL || 'http://localhost:4321';
const base = process.env.BASE_PATH || '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  markdown: { processor, syntaxHighlight: false },
  integrations: [
    mdx(),
    await sitemap(fileURLToPath(new URL('.', import.meta.url)), base),
    pagefind(),
  ],
  // Editors with Astro's extension complete and explain the facts of articles (see .vscode/settings.json).
  experimental: { contentIntellisense: true },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      // Pagefind compiles WebAssembly.
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [`sha256-${themeBootHash}`],
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onwarn(warning, warn) {
          // Astro's own mark on MDX entries, read before the bundler sees it.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
