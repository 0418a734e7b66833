import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { root } from '../../support/root.ts';
import { versionOf, type Generator } from './generator.ts';
import { writePlainArticles, type NoteSyntax } from './plain-articles.ts';

const NOTE: NoteSyntax = { begin: (title) => `**${title || 'Note'}**`, end: '' };

const PAGEFIND = path.join(root, 'node_modules/pagefind/lib/runner/bin.cjs');

const PAGE = `<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
  <head>
    <meta charset="utf-8" />
    <title>{{ .Title }}</title>
    <meta name="description" content="{{ .Description }}" />
  </head>
  <body>
    <main data-pagefind-body>
      <h1>{{ .Title }}</h1>
      {{ .Content }}
    </main>
  </body>
</html>
`;

/**
 * Finds Hugo on the PATH. It writes bare pages instead of those of a theme, highlights code, writes a sitemap, and is
 * followed by this project's Pagefind.
 *
 * @returns `undefined` if there is no Hugo
 */
export function findHugo(): Generator | undefined {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (error) return undefined;
  const version = /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? '';
  return { name: `Hugo ${version} with Pagefind ${versionOf('pagefind')}`, makeProject };
}

const makeProject: Generator['makeProject'] = (content, languages, parent) => {
  const folder = mkdtempSync(path.join(parent, 'hugo-'));
  for (const locale of languages) {
    writePlainArticles(content, locale, path.join(folder, 'content', locale, 'articles'), NOTE);
  }
  const layouts = path.join(folder, 'layouts/_default');
  mkdirSync(layouts, { recursive: true });
  for (const name of ['single', 'list']) writeFileSync(path.join(layouts, `${name}.html`), PAGE);
  writeFileSync(path.join(folder, 'hugo.yaml'), hugoConfig(languages));
  return {
    folder,
    commands: [['hugo'], [process.execPath, PAGEFIND, '--site', 'public']],
    output: 'public',
  };
};

/** Returns the configuration; JSON is YAML. */
const hugoConfig = (languages: readonly Locale[]) =>
  JSON.stringify({
    baseURL: 'https://example.org/',
    title: 'Known Faults',
    defaultContentLanguage: languages[0],
    disableKinds: ['rss', 'section', 'taxonomy', 'term'],
    languages: Object.fromEntries(
      languages.map((locale) => [locale, { contentDir: `content/${locale}` }]),
    ),
  });
