import { existsSync } from 'node:fs';
import path from 'node:path';
import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { defaultLocale, locales } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';

/** Pages that only list the articles of an upstream address or a message. */
const FORWARDS = /^\/(?:github\.com|gitlab\.com|e)\//;

const ARTICLE = /^\/(?<locale>\w+)\/articles\/(?<slug>[^/]+)\/$/;

/**
 * Writes the sitemap, in which each page names its translations. It excludes addresses that only forward, and articles
 * in a language into which they are not translated.
 *
 * @param root path of the project's folder
 * @param base base path of the site
 */
export function sitemap(root: string, base: string): AstroIntegration {
  const prefix = base.replace(/\/$/, '');
  return astroSitemap({
    i18n: {
      defaultLocale,
      locales: Object.fromEntries(locales.map((locale) => [locale, wordsOf(locale).lang])),
    },
    filter: (page) => isListed(decodeURI(new URL(page).pathname).slice(prefix.length), root),
  });
}

function isListed(page: string, root: string): boolean {
  if (FORWARDS.test(page)) return false;
  const { locale, slug } = ARTICLE.exec(page)?.groups ?? {};
  if (locale === undefined || slug === undefined) return true;
  return existsSync(path.join(root, 'content/articles', slug, `${locale}.mdx`));
}
