import type { Problem } from './domain/problems.ts';
import { defaultLocale, locales, type Locale } from './domain/vocabulary.ts';
import type { SiteLibrary } from './library.ts';
import { LibraryError } from './markdown/library-error.ts';

/** Where the articles stand, from the project's root. */
const ARTICLES = 'content/articles/';

/** Slugs of articles that are not in the library because of a problem: a dev server has pages for them all the same. */
export function brokenSlugs({ articles, problems }: SiteLibrary): string[] {
  const whole = new Set(articles.map(({ slug }) => slug));
  const slugs = problems.flatMap((problem) => placeOf(problem)?.slug ?? []);
  return [...new Set(slugs)].filter((slug) => !whole.has(slug));
}

/**
 * Stops the page of an article that has problems.
 *
 * @param locale of the page: a wrong translation concerns its own pages, all else every page
 * @throws LibraryError with the problems of this article, as the build would say them
 */
export function throwIfBroken({ problems }: SiteLibrary, slug: string, locale: Locale): void {
  const others = locales
    .filter((other) => other !== locale && other !== defaultLocale)
    .map((other) => `${other}.mdx`);
  const own = problems.filter((problem) => {
    const place = placeOf(problem);
    return place?.slug === slug && !others.includes(place.name);
  });
  if (own.length > 0) throw new LibraryError(own, process.cwd());
}

/** The folder of an article and the file in it; the name is empty for the folder itself; `undefined` for what concerns no article. */
function placeOf({ file }: Problem): { slug: string; name: string } | undefined {
  if (!file.startsWith(ARTICLES)) return undefined;
  const [slug = '', name = ''] = file.slice(ARTICLES.length).split('/');
  return { slug, name };
}
