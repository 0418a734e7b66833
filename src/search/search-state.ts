import { facetKeys, perFacet, type FacetKey, type FacetRecord } from './facets.ts';

/** The state of the search page: the text in the box and the selected values of each facet. */
export interface SearchState {
  q: string;
  facets: FacetRecord<readonly string[]>;
  /** True to show only faults that may affect the reader's machine. */
  mine: boolean;
}

/** The values of each facet; others in an address are ignored. */
export type KnownValues = FacetRecord<readonly string[]>;

/** Longer queries are cut, in UTF-16 units: an address has to fit a browser, and a longer query finds nothing. */
export const MAX_QUERY_LENGTH = 500;

/** Parses the query string of an address. Unknown parameters and values are ignored, and so are repetitions. */
export function readState(search: string, known: KnownValues): SearchState {
  const parameters = new URLSearchParams(search);
  const facets = perFacet((key) => {
    const selected = parameters.getAll(key);
    return known[key].filter((value) => selected.includes(value));
  });
  const q = (parameters.get('q') ?? '').slice(0, MAX_QUERY_LENGTH);
  return { q, facets, mine: parameters.get('mine') === '1' };
}

/** Formats a state as a query string, `?q=...&project=...`, or `''` for an empty state. Inverse of `readState`. */
export function writeState({ q, facets, mine }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q.slice(0, MAX_QUERY_LENGTH));
  for (const key of facetKeys) for (const value of facets[key]) parameters.append(key, value);
  if (mine) parameters.set('mine', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Returns the selected values in the order of the facets. */
export function chosenValues({ facets }: SearchState): { key: FacetKey; value: string }[] {
  return facetKeys.flatMap((key) => facets[key].map((value) => ({ key, value })));
}

/** Returns the state with a value of a facet selected or not. */
export function setFacetValue(
  state: SearchState,
  key: FacetKey,
  value: string,
  on: boolean,
): SearchState {
  const others = state.facets[key].filter((other) => other !== value);
  return { ...state, facets: { ...state.facets, [key]: on ? [...others, value] : others } };
}

/** Returns the state with the same text and no filters. */
export function withoutFilters({ q }: Pick<SearchState, 'q'>): SearchState {
  return { q, facets: perFacet(() => []), mine: false };
}
