// First, so that nothing is reported even where this file fails to load.
import './src/cli/no-telemetry.mjs';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig, envField } from 'astro/config';
import manifest from './package.json' with { type: 'json' };
import { processor } from './src/content/render/processor.ts';
import { defaultLocale, locales } from './src/domain/vocabulary.ts';
import { cards } from './src/integrations/cards.ts';
import { checkBuildSettings } from './src/integrations/check-build-settings.ts';
import { finish } from './src/integrations/finish.ts';
import { fullTextIndex } from './src/integrations/full-text-index.ts';
import { reloadStalePages } from './src/integrations/reload-stale-pages.ts';
import { sitemap } from './src/integrations/sitemap.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
checkBuildSettings(root, process.env);

const base = process.env.BASE_PATH || '/';

/** What Cloudflare Pages takes on its free plan. */
const DEFAULT_MAX_FILES = 20_000;

/**
 * The only inline script: it sets the theme before the first paint and marks forms that are submitted before the scripts
 * are loaded, so it can't be a file.
 */
const boot = readFileSync(new URL('./src/client/shared/boot.js', import.meta.url));
const bootHash = createHash('sha256').update(boot).digest('base64');

export default defineConfig({
  // A deployment sets both variables (see README). Astro reads its `env` schema after this file.
  site: process.env.SITE_URL || 'http://localhost:4321',
  base,
  trailingSlash: 'always',
  i18n: {
    defaultLocale,
    locales: [...locales],
    routing: { prefixDefaultLocale: false },
  },
  env: {
    schema: {
      // Set by a fork: the repository in which its readers open issues.
      REPOSITORY_URL: envField.string({
        context: 'server',
        access: 'public',
        url: true,
        default: manifest.homepage,
      }),
    },
  },
  build: {
    inlineStylesheets: 'never',
    // While the file of one page is written, others are rendered. Chosen.
    concurrency: 4,
  },
  markdown: { processor, syntaxHighlight: false },
  integrations: [
    mdx(),
    sitemap(root, base),
    cards(),
    fullTextIndex(),
    reloadStalePages(),
    // The last: it reads the pages and counts the files.
    finish(Number(process.env.MAX_FILES || DEFAULT_MAX_FILES)),
  ],
  // Editors with Astro's extension complete and explain front matter (see .vscode/settings.json).
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
        hashes: [`sha256-${bootHash}`],
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // The dev server would watch thousands of cached files.
    server: { watch: { ignored: ['**/.cache/**'] } },
    // Workers load in parts, too: localized messages only for a paste that may have some.
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onwarn(warning, warn) {
          // Astro marks MDX entries with a directive that it reads before the bundler does.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
