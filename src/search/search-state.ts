import { facetKeys, perFacet, type FacetKey, type PerFacet } from './facets.ts';

/** What the search page shows: the text in the box and the chosen values of each facet. */
export interface SearchState {
  q: string;
  facets: PerFacet<readonly string[]>;
  /** Only what can affect the reader's machine, as far as that is known. */
  mine: boolean;
}

/** The values each facet offers; anything else in an address is ignored. */
export type KnownValues = PerFacet<readonly string[]>;

/** Longer queries are cut: an address must fit a browser, and a full-text query of this length finds nothing anyway. */
export const MAX_QUERY_LENGTH = 500;

/** The state that an address stands for. Unknown parameters and values are ignored, repeated ones count once. */
export function readState(search: string, known: KnownValues): SearchState {
  const parameters = new URLSearchParams(search);
  const facets = perFacet((key) => {
    const asked = parameters.getAll(key);
    return known[key].filter((value) => asked.includes(value));
  });
  const q = (parameters.get('q') ?? '').slice(0, MAX_QUERY_LENGTH);
  return { q, facets, mine: parameters.get('mine') === '1' };
}

/** The address of a state: `?q=...&project=...`, or nothing when all is empty. Inverse of `readState`. */
export function writeState({ q, facets, mine }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q.slice(0, MAX_QUERY_LENGTH));
  for (const key of facetKeys) for (const value of facets[key]) parameters.append(key, value);
  if (mine) parameters.set('mine', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The chosen values in the order of the facets. */
export function chosenValues({ facets }: SearchState): { key: FacetKey; value: string }[] {
  return facetKeys.flatMap((key) => facets[key].map((value) => ({ key, value })));
}

/** The same state with one value of one facet chosen or not. */
export function withValue(
  state: SearchState,
  key: FacetKey,
  value: string,
  on: boolean,
): SearchState {
  const others = state.facets[key].filter((other) => other !== value);
  return { ...state, facets: { ...state.facets, [key]: on ? [...others, value] : others } };
}

/** The same text without any filter. */
export function withoutFilters({ q }: Pick<SearchState, 'q'>): SearchState {
  return { q, facets: perFacet(() => []), mine: false };
}
