import { localization } from '../diagnosis/clean/localized/localization.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { buildIndex } from '../diagnosis/index/build-index.ts';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import type { UpstreamLink } from '../domain/facts/facts.ts';
import { trackerKey } from '../domain/upstream/tracker-address.ts';
import { buildSearchDocuments } from '../search/ranking/build-documents.ts';
import { createSearchIndex, search } from '../search/ranking/search-index.ts';
import { termsOf } from '../search/ranking/terms.ts';
import type { Extracted } from './extract-facts.ts';
import { keyOf } from './find-upstream.ts';

/** An article that covers the fault of a draft. */
export interface Duplicate {
  id: string;
  slug: string;
  /** The shared message or address; otherwise the title of the article. */
  common: string;
}

/** An article of the library. */
export interface KnownArticle {
  upstream: readonly UpstreamLink[];
  /** A translation, if there is one: it has the English title and summary, too. */
  entry: IndexEntry;
}

type Draft = Pick<Extracted, 'facts' | 'title' | 'text'>;

/** Kinds of addresses that articles of different faults may share. */
const SHARED_KINDS = new Set(['related', 'docs']);

const PLACEHOLDER = /<[^<>]{1,40}>/g;

/**
 * Prepares the library for finding the articles that cover the fault of a draft: they cite the same issue, the diagnosis
 * recognizes a message of the draft, or the draft says what their title and summary say.
 */
export function duplicateFinder(articles: readonly KnownArticle[]): (draft: Draft) => Duplicate[] {
  const entries = articles.map(({ entry }) => entry);
  const index = buildIndex(entries);
  const findDescribed = describedArticleFinder(entries);
  return ({ facts, title, text }) => {
    // The issue itself, or what a write-up cites first; other addresses may be cited for comparison.
    const [address] = facts.upstream;
    const signatures = facts.signatures.map(({ value }) => value.replace(PLACEHOLDER, 'x'));
    const { findings } = diagnose(index, [...signatures, text].join('\n'), { localization });
    const recognized = findings.filter(({ confidence }) => confidence === 'high');
    const described = findDescribed(title, text);
    return articles.flatMap(({ upstream, entry }) => {
      const { id, slug } = entry;
      const cited = address && upstream.find((link) => isSameItem(link, address.value));
      const common =
        (cited && address?.value.url) ??
        recognized.find((finding) => finding.id === id)?.signature ??
        (entry === described ? (entry.english ?? entry).title : undefined);
      return common === undefined ? [] : [{ id, slug, common }];
    });
  };
}

function isSameItem(cited: UpstreamLink, link: UpstreamLink): boolean {
  // A list of issues is not an item.
  const isItem = trackerKey(`/${cited.url}`) !== undefined;
  return isItem && !SHARED_KINDS.has(cited.kind) && keyOf(cited.url) === keyOf(link.url);
}

const ADDRESS = /https?:\/\/[\w./?#&=%-]+/g;

/** Maximum length of the text that is compared, in UTF-16 units. */
const MAX_TEXT_LENGTH = 20_000;

/**
 * Length of the text that is searched for, in UTF-16 units: a write-up begins with what happens, and a search takes few
 * more terms than this has.
 */
const BEGINNING_LENGTH = 500;

/** Ranks of the results that are taken for unrelated; the first few may be neighbors. */
const UNRELATED: readonly [number, number] = [4, 24];

/**
 * How prominent the article is: its score beside the mean of unrelated ones, and the share of its title that the text
 * has. Chosen on the write-ups, sources and questions of tests/fixtures. The share was settled on all write-ups: with 0.35,
 * two of them name an article that does not cover their fault.
 */
const MIN_PROMINENCE = 11;
const MIN_TITLE_SHARE = 0.4;

/** Returns a function that finds the article that a text describes in other words, if any. */
function describedArticleFinder(
  entries: readonly IndexEntry[],
): (title: string, text: string) => IndexEntry | undefined {
  const index = createSearchIndex(buildSearchDocuments(entries));
  const weigh = (terms: ReadonlySet<string>) =>
    sum(
      [...terms].map((term) => Math.log(1 + entries.length / (index.frequencies.get(term) ?? 1))),
    );
  // A small library has no unrelated articles to compare with.
  if (entries.length <= UNRELATED[1]) return () => undefined;
  return (title, text) => {
    const compared = text.slice(0, MAX_TEXT_LENGTH).replace(ADDRESS, ' ');
    const found = search(index, `${compared.slice(0, BEGINNING_LENGTH)}\n${title}\n`);
    const best = entries.find(({ id }) => id === found[0]?.id);
    // A general article helps to find a cause; it covers no fault.
    if (!best || best.general) return undefined;
    const scores = found.map(({ score }) => score);
    const unrelated = sum(scores.slice(...UNRELATED)) / (UNRELATED[1] - UNRELATED[0]);
    const terms = distinctTerms(`${title}\n${compared}`);
    const shares = [best.title, best.english?.title ?? best.title]
      .map(distinctTerms)
      .map((words) => weigh(words.intersection(terms)) / weigh(words));
    const isProminent = (scores[0] ?? 0) >= MIN_PROMINENCE * unrelated;
    return isProminent && Math.max(...shares) >= MIN_TITLE_SHARE ? best : undefined;
  };
}

const distinctTerms = (text: string) => new Set(termsOf(text).map((term) => term.text));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
