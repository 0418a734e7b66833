import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultLocale, locales, type Locale } from '../../../src/domain/vocabulary.ts';
import { linkModules } from '../../support/astro-project.ts';
import { root } from '../../support/root.ts';
import { versionOf, type Generator } from './generator.ts';
import { measureCommands } from './measure-commands.ts';
import { writePlainArticles, type NoteSyntax } from './plain-articles.ts';

const VERSION = '0.42.4';

const MANIFEST = JSON.stringify({
  private: true,
  type: 'module',
  dependencies: { '@astrojs/starlight': VERSION, astro: versionOf('astro') },
});

/** Without it, Starlight may run out of memory with thousands of articles. */
const HEAP = '--max-old-space-size=8192';

/** Kept between runs. */
const INSTALLATION = path.join(root, '.cache/bench/starlight');

const NOTE: NoteSyntax = { begin: (title) => `:::note[${title}]`, end: ':::' };

const LOCALES: Readonly<Record<Locale, { label: string; lang: string }>> = {
  en: { label: 'English', lang: 'en' },
  zh: { label: '简体中文', lang: 'zh-CN' },
};

const CONTENT_CONFIG = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`;

const HOME = `---
title: Known Faults
---

Paste the error. Get the fix.
`;

/**
 * Installs Starlight with this project's release of Astro. Its defaults stay on: Pagefind, Expressive Code, a sitemap. The
 * sidebar has a single link: with a link to each article on each page, the time would grow with the square of the library.
 *
 * @throws {CommandError} if npm fails
 */
export async function installStarlight(): Promise<Generator> {
  mkdirSync(INSTALLATION, { recursive: true });
  writeFileSync(path.join(INSTALLATION, 'package.json'), MANIFEST);
  await measureCommands([['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund']], {
    cwd: INSTALLATION,
    env: process.env,
  });
  return { name: `Starlight ${VERSION}`, makeProject };
}

const makeProject: Generator['makeProject'] = (content, languages, parent) => {
  const folder = mkdtempSync(path.join(parent, 'starlight-'));
  linkModules(path.join(INSTALLATION, 'node_modules'), folder);
  // Astro finds out from the dependencies that Starlight has to be compiled.
  writeFileSync(path.join(folder, 'package.json'), MANIFEST);
  writeFileSync(path.join(folder, 'astro.config.mjs'), astroConfig());
  const docs = path.join(folder, 'src/content/docs');
  for (const locale of languages) {
    const home = locale === defaultLocale ? docs : path.join(docs, locale);
    writePlainArticles(content, locale, path.join(home, 'articles'), NOTE);
    writeFileSync(path.join(home, 'index.md'), HOME);
  }
  writeFileSync(path.join(folder, 'src/content.config.ts'), CONTENT_CONFIG);
  const astro = path.join(folder, 'node_modules/astro/bin/astro.mjs');
  return { folder, commands: [[process.execPath, HEAP, astro, 'build']], output: 'dist' };
};

/** Both languages, whatever the articles are written in: Starlight and this project have a page for each article in each. */
function astroConfig(): string {
  const labels = Object.fromEntries(
    locales.map((locale) => [locale === defaultLocale ? 'root' : locale, LOCALES[locale]]),
  );
  const options = {
    title: 'Known Faults',
    locales: labels,
    sidebar: [{ label: 'Home', link: '/' }],
  };
  return `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [starlight(${JSON.stringify(options)})],
});
`;
}
