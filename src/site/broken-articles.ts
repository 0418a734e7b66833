import type { Problem } from '../domain/facts/problems.ts';
import { defaultLocale, locales, type Locale } from '../domain/vocabulary.ts';
import type { SiteLibrary } from './library.ts';
import { LibraryError } from '../content/read/library-error.ts';
import { projectRoot } from './project-root.ts';

/** Folder of the articles, relative to the project's root. */
const ARTICLES_FOLDER = 'content/articles/';

/** Returns the slugs of articles that problems keep out of the library. A dev server serves their pages, too. */
export function brokenSlugs({ articles, problems }: SiteLibrary): string[] {
  const complete = new Set(articles.map(({ slug }) => slug));
  const slugs = problems.flatMap((problem) => placeOf(problem)?.slug ?? []);
  return [...new Set(slugs)].filter((slug) => !complete.has(slug));
}

/**
 * Stops the page of an article that has problems, other than the open tasks of a draft.
 *
 * @throws {LibraryError} with the problems of this article, as a build reports them
 */
export function throwIfBroken(site: SiteLibrary, slug: string, locale: Locale): void {
  const broken = problemsOf(site, slug, locale).filter(({ isUnfinished }) => !isUnfinished);
  if (broken.length > 0) throw new LibraryError(broken, projectRoot);
}

/** Returns the open tasks of a draft: a dev server lists them on its page, a build refuses the draft. */
export function unfinishedIn(site: SiteLibrary, slug: string, locale: Locale): Problem[] {
  return problemsOf(site, slug, locale).filter(({ isUnfinished }) => isUnfinished);
}

/** Returns the problems of an article that concern its page in one language: not those of other translations. */
function problemsOf({ problems }: SiteLibrary, slug: string, locale: Locale): Problem[] {
  const others = locales
    .filter((other) => other !== locale && other !== defaultLocale)
    .map((other) => `${other}.mdx`);
  return problems.filter((problem) => {
    const place = placeOf(problem);
    return place?.slug === slug && !others.includes(place.name);
  });
}

/**
 * Returns the slug of the article and the name of the file in its folder, which is empty for the folder itself;
 * `undefined` if the problem is not in an article.
 */
function placeOf({ file }: Problem): { slug: string; name: string } | undefined {
  if (!file.startsWith(ARTICLES_FOLDER)) return undefined;
  const [slug = '', name = ''] = file.slice(ARTICLES_FOLDER.length).split('/');
  return { slug, name };
}
