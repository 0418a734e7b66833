import { Feed } from 'feed';
import { escape } from 'html-escaper';
import { articlePath, feedPath, homePath, permalinkPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, type Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Article, SiteLibrary } from './library.ts';
import { absoluteUrl } from './links.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';

/** What is followed: the page that lists the same articles. */
export interface Followed {
  title: string;
  /** Path of that page. */
  path: string;
  /** Path of the feed itself. */
  feedPath: string;
}

/** Midnight in Greenwich: facts have a day, a feed wants a moment, and two builds the same bytes. */
const momentOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The feed of everything. */
export function siteFeed({ articles }: SiteLibrary, locale: Locale): Response {
  const title = wordsOf(locale).site.name;
  return atomFeed({ title, path: homePath, feedPath: feedPath(homePath) }, articles, locale);
}

/**
 * An Atom feed of new and changed articles, the latest change first.
 *
 * The id of an entry is its permalink in English, whichever language it is in: it never changes.
 */
export function atomFeed(
  { title, path, feedPath: own }: Followed,
  articles: readonly Article[],
  locale: Locale,
): Response {
  const words = wordsOf(locale);
  const latest = articles.toSorted(
    (a, b) => b.facts.updated.localeCompare(a.facts.updated) || compareIds(b.facts.id, a.facts.id),
  );
  const feed = new Feed({
    title,
    description: words.home.lead,
    id: absoluteUrl(path, locale),
    link: absoluteUrl(path, locale),
    language: words.lang,
    feedLinks: { atom: absoluteUrl(own, locale) },
    author: { name: words.site.name, link: absoluteUrl('/', locale) },
    copyright: 'CC BY 4.0',
    generator: words.site.name,
    updated: momentOf(latest[0]?.facts.updated ?? '1970-01-01'),
  });
  for (const { slug, facts, project, ...article } of latest) {
    const { title: name, summary } = article.in(locale);
    feed.addItem({
      // Readers take both for HTML.
      title: escape(name),
      id: absoluteUrl(permalinkPath(facts.id), defaultLocale),
      link: absoluteUrl(articlePath(slug), locale),
      description: escape(summary),
      published: momentOf(facts.published),
      date: momentOf(facts.updated),
      category: [
        { term: project.id, name: project.name },
        { term: facts.symptom, name: words.symptoms[facts.symptom] },
      ],
    });
  }
  return new Response(feed.atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}
