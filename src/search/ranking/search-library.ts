import { facetKeys, type FacetKey, type FacetRecord } from '../facets.ts';
import type { FilterCounts, Hit, HitLabels, SearchOutcome } from '../search-outcome.ts';
import type { SearchState } from '../search-state.ts';
import { bestLine, markTerms } from './mark-terms.ts';
import type { SearchDocument } from './search-document.ts';
import { createSearchIndex, search, type SearchIndex } from './search-index.ts';
import { termsOf } from './terms.ts';

/**
 * Largest library that is ranked in the browser, in articles; a larger one is searched with Pagefind. An article costs
 * 0.6 KB gzip in English and 0.8 KB in Chinese, and 200 KB are fetched for a first search.
 */
export const MAX_RANKED_ARTICLES = 250;

/** A document with what the page lists and filters by. */
export interface ListedDocument extends SearchDocument {
  url: string;
  labels: HitLabels;
  facets: FacetRecord<readonly string[]>;
}

/** The library of one language, newest article first. */
export interface ListedLibrary {
  documents: ReadonlyMap<string, ListedDocument>;
  index: SearchIndex;
}

/** Ids of articles: the only ones to search, and those to leave out. */
export interface Restriction {
  only?: readonly string[];
  except?: readonly string[];
}

export interface LibraryQuery extends Restriction {
  state: SearchState;
  /** Number of hits; the others are only counted. */
  limit: number;
}

export function openLibrary(documents: readonly ListedDocument[]): ListedLibrary {
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    index: createSearchIndex(documents),
  };
}

/**
 * Searches the library, or lists all of it if the query has no word to search for.
 *
 * @returns `undefined` if no article has a word of the query
 */
export function searchLibrary(
  library: ListedLibrary,
  { state, limit, only, except }: LibraryQuery,
): SearchOutcome | undefined {
  const ranked = rank(library, state.q);
  if (ranked.length === 0) return undefined;
  const found = ranked.filter(
    ({ document: { id } }) => (only?.includes(id) ?? true) && !except?.includes(id),
  );
  const shown = found.filter(({ document }) => isChosen(document, state, facetKeys));
  return {
    total: shown.length,
    counts: countFacets(found, state),
    hits: shown.slice(0, limit).map(toHit),
  };
}

interface Found {
  document: ListedDocument;
  terms: ReadonlySet<string>;
}

function rank({ documents, index }: ListedLibrary, text: string): Found[] {
  if (termsOf(text).length === 0) {
    return [...documents.values()].map((document) => ({ document, terms: new Set() }));
  }
  return search(index, text).flatMap(({ id, terms }) => {
    const document = documents.get(id);
    return document ? [{ document, terms: new Set(terms) }] : [];
  });
}

function isChosen(
  { facets }: ListedDocument,
  { facets: chosen }: SearchState,
  keys: readonly FacetKey[],
): boolean {
  return keys.every(
    (key) => chosen[key].length === 0 || chosen[key].some((value) => facets[key].includes(value)),
  );
}

function countFacets(found: readonly Found[], state: SearchState): FilterCounts {
  const counts: FilterCounts = {};
  for (const key of facetKeys) {
    // The chosen values of a facet must not hide its other values.
    const others = facetKeys.filter((other) => other !== key);
    const ofFacet: Record<string, number> = {};
    for (const { document } of found) {
      if (!isChosen(document, state, others)) continue;
      for (const value of document.facets[key]) ofFacet[value] = (ofFacet[value] ?? 0) + 1;
    }
    counts[key] = ofFacet;
  }
  return counts;
}

function toHit({ document, terms }: Found): Hit {
  const { id, url, fix, labels } = document;
  // The English words of a translation are searched, but not shown.
  const title = firstLine(document.title);
  const summary = markTerms(firstLine(document.summary), terms);
  const isShown = summary.some(({ hit }) => hit);
  const excerpt = isShown ? [] : bestLine(document.signatures.split('\n'), terms);
  return { id, url, title, summary, excerpt, fix, ...labels };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
