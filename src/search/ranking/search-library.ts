import { facetKeys, type FacetKey, type FacetRecord } from '../facets.ts';
import type { FilterCounts, Hit, SearchOutcome } from '../search-outcome.ts';
import type { SearchState } from '../search-state.ts';
import type { ListedLibrary, ShownDocument } from './listed-library.ts';
import { bestLine, markTerms } from './mark-terms.ts';
import { search } from './search-index.ts';
import { termsOf } from './terms.ts';

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

/**
 * Searches the library, or lists all of it if the query has no word to search for.
 *
 * @returns `undefined` if no article has a word of the query
 */
export async function searchLibrary(
  library: ListedLibrary,
  { state, limit, only, except }: LibraryQuery,
): Promise<SearchOutcome | undefined> {
  const ranked = await rank(library, state.q);
  if (!ranked) return undefined;
  const found = ranked.filter(({ id }) => (only?.includes(id) ?? true) && !except?.includes(id));
  const shown = found.filter(({ facets }) => isChosen(facets, state, facetKeys));
  const first = shown.slice(0, limit);
  const documents = await library.documents(first.map(({ id }) => id));
  return {
    total: shown.length,
    counts: countFacets(found, state),
    hits: documents.map((document, place) => toHit(document, first[place]?.terms ?? [])),
  };
}

interface Found {
  id: string;
  facets: FacetRecord<readonly string[]>;
  terms: readonly string[];
}

/** Returns `undefined` if no article has a word of the text. */
async function rank(library: ListedLibrary, text: string): Promise<Found[] | undefined> {
  if (termsOf(text).length === 0) {
    return Array.from(library.facets, ([id, facets]) => ({ id, facets, terms: [] }));
  }
  const found = search(await library.indexFor(text), text).flatMap(({ id, terms }) => {
    const facets = library.facets.get(id);
    return facets ? [{ id, facets, terms }] : [];
  });
  return found.length > 0 ? found : undefined;
}

function isChosen(
  facets: Found['facets'],
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
    for (const { facets } of found) {
      if (!isChosen(facets, state, others)) continue;
      for (const value of facets[key]) ofFacet[value] = (ofFacet[value] ?? 0) + 1;
    }
    counts[key] = ofFacet;
  }
  return counts;
}

function toHit(document: ShownDocument, found: readonly string[]): Hit {
  const { id, url, fix, labels } = document;
  const terms = new Set(found);
  // The English words of a translation are searched, but not shown.
  const title = firstLine(document.title);
  const summary = markTerms(firstLine(document.summary), terms);
  const isShown = summary.some(({ hit }) => hit);
  const excerpt = isShown ? [] : bestLine(document.signatures.split('\n'), terms);
  return { id, url, title, summary, excerpt, fix, ...labels };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
