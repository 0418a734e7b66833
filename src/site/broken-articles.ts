import type { Problem } from '../domain/facts/problems.ts';
import { defaultLocale, locales, type Locale } from '../domain/vocabulary.ts';
import type { SiteLibrary } from './library.ts';
import { LibraryError } from '../content/read/library-error.ts';

/** Where the articles stand, from the project's root. */
const ARTICLES = 'content/articles/';

/** Slugs of articles that are not in the library because of a problem: a dev server has pages for them all the same. */
export function brokenSlugs({ articles, problems }: SiteLibrary): string[] {
  const whole = new Set(articles.map(({ slug }) => slug));
  const slugs = problems.flatMap((problem) => placeOf(problem)?.slug ?? []);
  return [...new Set(slugs)].filter((slug) => !whole.has(slug));
}

/**
 * Stops the page of an article that has problems. A draft is no such article: see `unfinishedIn`.
 *
 * @throws LibraryError with the problems of this article, as the build would say them
 */
export function throwIfBroken(site: SiteLibrary, slug: string, locale: Locale): void {
  const broken = problemsOf(site, slug, locale).filter(({ isUnfinished }) => !isUnfinished);
  if (broken.length > 0) throw new LibraryError(broken, process.cwd());
}

/** What the writer of a draft still has to decide and to write; the build refuses it until then. */
export function unfinishedIn(site: SiteLibrary, slug: string, locale: Locale): Problem[] {
  return problemsOf(site, slug, locale).filter(({ isUnfinished }) => isUnfinished);
}

/** @param locale of the page: a wrong translation concerns its own pages, all else every page */
function problemsOf({ problems }: SiteLibrary, slug: string, locale: Locale): Problem[] {
  const others = locales
    .filter((other) => other !== locale && other !== defaultLocale)
    .map((other) => `${other}.mdx`);
  return problems.filter((problem) => {
    const place = placeOf(problem);
    return place?.slug === slug && !others.includes(place.name);
  });
}

/** The folder of an article and the file in it; the name is empty for the folder itself; `undefined` for what concerns no article. */
function placeOf({ file }: Problem): { slug: string; name: string } | undefined {
  if (!file.startsWith(ARTICLES)) return undefined;
  const [slug = '', name = ''] = file.slice(ARTICLES.length).split('/');
  return { slug, name };
}
