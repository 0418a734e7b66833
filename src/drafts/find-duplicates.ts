import { buildIndex } from '../diagnosis/index/build-index.ts';
import { localization } from '../diagnosis/clean/localized/localization.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import type { UpstreamLink } from '../domain/facts/facts.ts';
import { trackerKey } from '../domain/upstream/tracker-address.ts';
import type { Extracted } from './extract-facts.ts';
import { keyOf } from './find-upstream.ts';
import { quotationsIn } from './text.ts';
import { compareWith, type Similarity } from './text-similarity.ts';

/** An article that covers the fault of a draft. */
export interface Duplicate {
  id: string;
  slug: string;
  /** The shared message or address; otherwise the title of the article. */
  common: string;
}

/** An article of the library. */
export interface KnownArticle {
  id: string;
  slug: string;
  upstream: readonly UpstreamLink[];
  /** One entry for each language; the first is English. */
  entries: readonly [IndexEntry, ...IndexEntry[]];
}

/** Kinds of addresses that articles of different faults may share. */
const SHARED_KINDS = new Set(['related', 'docs']);

/** Maximum length of the text that is compared, in UTF-16 units. */
const MAX_TEXT_LENGTH = 20_000;

const ADDRESS = /https?:\/\/[\w./?#&=%-]+/g;

/**
 * Thresholds of similarity, fitted on tests/fixtures/write-ups: how far the score is above those of unrelated
 * articles, and which shares of the article's title and head the text has.
 */
const MIN_PROMINENCE = 1.9;
const MIN_TITLE = 0.28;
const MIN_HEAD = 0.2;

/** Share of the best score from which another article may be meant as well. */
const NEAR_BEST = 0.9;

/** Ranks of the articles that are taken for unrelated; the first few may be neighbors. */
const UNRELATED: readonly [number, number] = [4, 24];

/** Number of most similar articles that weak evidence, such as a quotation, may point to. */
const PLAUSIBLE = 5;

/** Minimum number of words of a quotation that may be a message. */
const MIN_QUOTED_WORDS = 4;
const MAX_QUOTATIONS = 40;

/**
 * Prepares the library for finding the articles that cover the fault of a draft: they cite the same issue, the diagnosis
 * recognizes a message of the draft, or the text describes what their title and summary describe.
 */
export function duplicateFinder(
  articles: readonly KnownArticle[],
): (draft: Pick<Extracted, 'facts' | 'title' | 'text'>) => Duplicate[] {
  const compare = compareWith(articles);
  const recognize = recognizer(articles);
  return ({ facts, title, text }) => {
    const compared = text.slice(0, MAX_TEXT_LENGTH).replace(ADDRESS, ' ');
    const ranked = compare({ title, text: compared });
    const plausible = new Set(
      ranked.slice(0, PLAUSIBLE).flatMap(({ id, score }) => (score > 0 ? [id] : [])),
    );
    const common = new Map<string, string>();
    const add = (id: string, evidence: string, isStrong: boolean) => {
      if (!common.has(id) && (isStrong || plausible.has(id))) common.set(id, evidence);
    };
    // The issue itself, or what a write-up cites first; other addresses may be cited for comparison.
    for (const [index, { value }] of facts.upstream.entries()) {
      for (const { id, upstream } of articles) {
        if (upstream.some((cited) => isSameItem(cited, value))) add(id, value.url, index === 0);
      }
    }
    for (const { value, isSure } of facts.signatures) {
      for (const id of recognize(value)) add(id, value, isSure);
    }
    for (const quoted of phrasesIn(compared)) {
      for (const id of recognize(quoted)) add(id, quoted, false);
    }
    for (const { id } of describedIn(ranked)) {
      const article = articles.find((known) => known.id === id);
      if (article) add(id, article.entries[0].title, true);
    }
    return articles.flatMap(({ id, slug }) => {
      const evidence = common.get(id);
      return evidence === undefined ? [] : [{ id, slug, common: evidence }];
    });
  };
}

function isSameItem(cited: UpstreamLink, link: UpstreamLink): boolean {
  // A list of issues is not an item.
  const isItem = trackerKey(`/${cited.url}`) !== undefined;
  return isItem && !SHARED_KINDS.has(cited.kind) && keyOf(cited.url) === keyOf(link.url);
}

/** Returns a function from a message to the ids of the articles that the diagnosis recognizes by it. */
function recognizer(articles: readonly KnownArticle[]): (message: string) => string[] {
  let index: ReturnType<typeof buildIndex> | undefined;
  return (message) => {
    index ??= buildIndex(articles.map(({ entries: [entry] }) => entry));
    const printed = message.replace(/<[^<>]{1,40}>/g, 'x');
    return diagnose(index, printed, { limit: 2, localization }).findings.map(({ id }) => id);
  };
}

/** Quotations of several words: write-ups quote messages without the name of the exception. */
function phrasesIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap(quotationsIn)
    .filter((quoted) => (quoted.match(/[A-Za-z_]{2,}/g) ?? []).length >= MIN_QUOTED_WORDS)
    .slice(0, MAX_QUOTATIONS);
}

/** Returns the articles that the text describes: the best, and those as good, if they stand out from unrelated ones. */
function describedIn(ranked: readonly Similarity[]): Similarity[] {
  const [best] = ranked;
  if (!best) return [];
  const unrelated = ranked.slice(...UNRELATED);
  const mean = unrelated.reduce((sum, { score }) => sum + score, 0) / (UNRELATED[1] - UNRELATED[0]);
  return ranked.filter(({ score, title, head }) => {
    const prominence = (score - mean) / Math.sqrt(mean + 0.5);
    return (
      score >= NEAR_BEST * best.score &&
      prominence >= MIN_PROMINENCE &&
      title >= MIN_TITLE &&
      head >= MIN_HEAD
    );
  });
}
