import { Feed } from 'feed';
import { escape } from 'html-escaper';
import { articlePath, feedPath, homePath, permalinkPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, type Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Article, SiteLibrary } from './library.ts';
import { absoluteUrl } from './links.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';
import { compareCodeUnits } from '../content/read/files.ts';

/** The page whose articles a feed announces. */
export interface FeedPage {
  title: string;
  /** Path of the page. */
  path: string;
  /** Path of the feed itself. */
  feedPath: string;
}

/** Maximum number of entries of a feed; chosen: a reader that is away for weeks misses none. */
const MAX_ENTRIES = 100;

/** `updated` of a feed without articles, which Atom requires. */
const NO_ARTICLES_DAY = '1970-01-01';

/** Atom needs a time. Midnight UTC keeps the feed the same in every time zone. */
const midnightUtc = (day: string) => new Date(`${day}T00:00:00Z`);

/** Returns the feed of the site. */
export function siteFeed({ articles }: SiteLibrary, locale: Locale): Response {
  const title = wordsOf(locale).site.name;
  return atomFeed({ title, path: homePath, feedPath: feedPath(homePath) }, articles, locale);
}

/**
 * Returns an Atom feed of the articles that changed last, the latest change first.
 *
 * The id of an entry is the English permalink in every language, since ids of entries must never change.
 */
export function atomFeed(
  { title, path, feedPath: own }: FeedPage,
  articles: readonly Article[],
  locale: Locale,
): Response {
  const words = wordsOf(locale);
  const latest = articles
    .toSorted(
      (a, b) =>
        compareCodeUnits(b.facts.updated, a.facts.updated) || compareIds(b.facts.id, a.facts.id),
    )
    .slice(0, MAX_ENTRIES);
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
    updated: midnightUtc(latest[0]?.facts.updated ?? NO_ARTICLES_DAY),
  });
  for (const { slug, facts, project, ...article } of latest) {
    const { title: name, summary, fix } = article.in(locale);
    feed.addItem({
      // Feed readers render title and description as HTML.
      title: escape(name),
      id: absoluteUrl(permalinkPath(facts.id), defaultLocale),
      link: absoluteUrl(articlePath(slug), locale),
      description: escape(`${summary} ${words.card.fix}: ${fix.text}`),
      published: midnightUtc(facts.published),
      date: midnightUtc(facts.updated),
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
