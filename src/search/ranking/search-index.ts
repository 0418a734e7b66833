import MiniSearch from 'minisearch';
import type { SearchDocument } from './search-document.ts';
import { runsOf, termsOf } from './terms.ts';

/** One article found. */
export interface SearchResult {
  id: string;
  slug: string;
  /** Terms of the article that matched; see `termsOf`. */
  terms: string[];
  /** BM25 score: comparable between the results of one search only. */
  score: number;
}

/** A library that can be searched, in memory. */
export interface SearchIndex {
  engine: MiniSearch<SearchDocument>;
  documents: ReadonlyMap<string, SearchDocument>;
  /** Number of articles with a term. */
  frequencies: ReadonlyMap<string, number>;
}

/** Fields that contain text; `body` contains terms. */
const TEXT_FIELDS = ['title', 'summary', 'fix', 'slug', 'signatures', 'names'] as const;

/**
 * Weights of the fields whose weight is not 1. Words of the body that are neither in the title nor in the summary, the
 * names or the signatures say less. Weights of 1 to 3 for the others made no difference on the development questions.
 */
const BOOST = { body: 0.5 };

/** Makes an index of documents; about 2 ms per article. */
export function createSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const frequencies = new Map<string, number>();
  const engine = new MiniSearch<SearchDocument>({
    fields: [...TEXT_FIELDS, 'body'],
    // Fields are split before they are added, so that each is split once.
    extractField: (document, field) => document[field as keyof SearchDocument],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  for (const document of documents) {
    const split = { ...document };
    for (const field of TEXT_FIELDS) {
      split[field] = termsOf(document[field])
        .map(({ text }) => text)
        .join(' ');
    }
    engine.add(split);
    const terms = [...TEXT_FIELDS, 'body' as const].flatMap((field) => split[field].split(' '));
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return {
    engine,
    documents: new Map(documents.map((document) => [document.id, document])),
    frequencies,
  };
}

/** In characters. Of a longer text, such as the output of a program, the end is searched for. */
const MAX_QUERY_LENGTH = 8000;

/** Of a query with more terms, the rarest are searched for; chosen: twice the terms of a long question. */
const MAX_QUERY_TERMS = 60;

/** A misspelled word is found by words that differ in one of five letters, from this length on; chosen. */
const MIN_FUZZY_LENGTH = 5;
const FUZZINESS = 0.2;

/** Weights of a word that is found by its beginning or by a similar word; MiniSearch's defaults are 0.375 and 0.45. */
const INEXACT_WEIGHTS = { prefix: 0.5, fuzzy: 0.6 };

/** Results with a smaller share of the first one's score are left out; on the development questions this loses none. */
const MIN_SCORE_SHARE = 0.1;

/** Returns the articles that match a text, best first. No result is a claim: the first one may be wrong. */
export function search(
  { engine, documents, frequencies }: SearchIndex,
  text: string,
  { limit = Infinity }: { limit?: number } = {},
): SearchResult[] {
  const end = text.slice(-MAX_QUERY_LENGTH);
  const query = queryTerms(end, frequencies);
  const unfinished = lastTerm(end);
  const found = engine.search([...query.keys()].join(' '), {
    boost: BOOST,
    boostTerm: (term) => query.get(term) ?? 1,
    prefix: (term) => term === unfinished,
    fuzzy: (term) => isMisspelled(term, frequencies) && FUZZINESS,
    weights: INEXACT_WEIGHTS,
  });
  const minScore = (found[0]?.score ?? 0) * MIN_SCORE_SHARE;
  return found
    .filter(({ score }) => score >= minScore)
    .slice(0, limit)
    .map(({ id, terms, score }) => ({ id, slug: documents.get(id)?.slug ?? '', terms, score }));
}

/** Returns the terms to search for with their weights. */
function queryTerms(text: string, frequencies: ReadonlyMap<string, number>): Map<string, number> {
  const query = new Map<string, number>();
  for (const { text: term, weight } of termsOf(text)) {
    query.set(term, Math.max(weight, query.get(term) ?? 0));
  }
  if (query.size <= MAX_QUERY_TERMS) return query;
  const rarest = [...query]
    .flatMap(([term, weight]) => {
      const frequency = frequencies.get(term);
      return frequency === undefined ? [] : [{ term, weight, frequency }];
    })
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, MAX_QUERY_TERMS);
  return new Map(rarest.map(({ term, weight }) => [term, weight]));
}

/** Returns the term of the word that the reader may still be typing, `undefined` after a space. */
function lastTerm(text: string): string | undefined {
  const run = runsOf(text.split(/\s/).at(-1) ?? '').at(-1)?.run ?? '';
  // The first term of a word is the whole word.
  return termsOf(run)[0]?.text;
}

function isMisspelled(term: string, frequencies: ReadonlyMap<string, number>): boolean {
  return term.length >= MIN_FUZZY_LENGTH && /^[a-z]+$/.test(term) && !frequencies.has(term);
}
