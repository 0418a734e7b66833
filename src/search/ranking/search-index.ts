import MiniSearch, { type Options } from 'minisearch';
import { isMisspelled, queryTerms, unfinishedTerm } from './query-terms.ts';
import type { SearchDocument } from './search-document.ts';
import { termsOf } from './terms.ts';

/** One article found. */
export interface SearchResult {
  id: string;
  /** Terms of the article that matched; see `termsOf`. */
  terms: string[];
  /** BM25 score: comparable between the results of one search only. */
  score: number;
}

/** A library that can be searched. */
export interface SearchIndex {
  engine: MiniSearch<SplitDocument>;
  /** Number of articles with a term. */
  frequencies: ReadonlyMap<string, number>;
}

/** Fields that contain text; `body` contains terms. */
const TEXT_FIELDS = ['title', 'summary', 'fix', 'slug', 'signatures', 'names'] as const;
/** Fields of a document that are searched, in the order of the index. */
export const FIELDS = [...TEXT_FIELDS, 'body'] as const;

/**
 * Weights of the fields whose weight is not 1. Words of the body that are neither in the title nor in the summary, the
 * names or the signatures say less. Weights of 1 to 3 for the others made no difference on the development questions.
 */
const BOOST = { body: 0.5 };

/** Terms of each field of a document, separated by spaces, so that each field is split once. */
type SplitDocument = Pick<SearchDocument, 'id' | (typeof FIELDS)[number]>;

export const engineOptions: Options<SplitDocument> = {
  fields: [...FIELDS],
  tokenize: (terms) => terms.split(' '),
  processTerm: (term) => term,
};

/** Makes an index of documents; about 1 ms per article. */
export function createSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const frequencies = new Map<string, number>();
  const engine = new MiniSearch<SplitDocument>(engineOptions);
  for (const document of documents) {
    const split = splitFields(document);
    engine.add(split);
    const terms = FIELDS.flatMap((field) => split[field].split(' '));
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return { engine, frequencies };
}

/** Splits each field into its terms. */
export function splitFields(document: SearchDocument): SplitDocument {
  const split = { ...document };
  for (const field of TEXT_FIELDS) {
    split[field] = termsOf(document[field])
      .map(({ text }) => text)
      .join(' ');
  }
  return split;
}

/** Of a query with more terms, the rarest are searched for; chosen: twice the terms of a long question. */
const MAX_QUERY_TERMS = 60;

/** A misspelled word is found by words that differ in one of five letters; chosen. */
const FUZZINESS = 0.2;

/** Weights of a word that is found by its beginning or by a similar word; MiniSearch's defaults are 0.375 and 0.45. */
const INEXACT_WEIGHTS = { prefix: 0.5, fuzzy: 0.6 };

/** Results with a smaller share of the first one's score are left out; on the development questions this loses none. */
const MIN_SCORE_SHARE = 0.1;

/** Returns the articles that match a text, best first. No result is a claim: the first one may be wrong. */
export function search(
  { engine, frequencies }: SearchIndex,
  text: string,
  { limit = Infinity }: { limit?: number } = {},
): SearchResult[] {
  const query = searchedTerms(text, frequencies);
  const unfinished = unfinishedTerm(text);
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
    .map(({ id, terms, score }) => ({ id, terms, score }));
}

/** Returns the terms to search for with their weights. */
function searchedTerms(
  text: string,
  frequencies: ReadonlyMap<string, number>,
): Map<string, number> {
  const query = queryTerms(text);
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
