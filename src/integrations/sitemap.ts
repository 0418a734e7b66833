import sitemapOf from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { articlePath, forwardingAddresses, localizedPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, locales } from '../domain/vocabulary.ts';
import { readLibrary } from '../content/read/read-library.ts';

/**
 * The sitemap: every page that says something itself. Addresses that only forward are left out,
 * and so are pages in a language in which their article has not been written.
 *
 * @param root the project's root folder
 * @param base base path of the site
 */
export async function sitemap(root: string, base: string): Promise<AstroIntegration> {
  const { articles } = await readLibrary(root);
  const forwarded = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  const left = new Set<string>(['/404/']);
  for (const path of forwardingAddresses(forwarded).keys()) {
    for (const locale of locales) left.add(localizedPath(path, locale));
  }
  for (const { slug, translations } of articles) {
    for (const locale of locales) {
      if (locale === defaultLocale || translations[locale]) continue;
      left.add(localizedPath(articlePath(slug), locale));
    }
  }
  const prefix = base.replace(/\/$/, '');
  return sitemapOf({
    filter: (page) => !left.has(decodeURI(new URL(page).pathname).slice(prefix.length)),
  });
}
