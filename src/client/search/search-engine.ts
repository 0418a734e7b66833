import { facetKeys, type FacetKey } from '../../search/facets.ts';
import { matchesQuery } from '../../search/evidence.ts';
import { lostParts } from './pagefind-requests.ts';
import { inTime, loadPagefind, type FilterCounts, type PagefindPage } from './pagefind.ts';
import { toQuery } from '../../search/query.ts';
import type { SearchState } from '../../search/search-state.ts';

/** One article found, as a list shows it. */
export interface Hit {
  url: string;
  id: string;
  title: string;
  summary: string;
  /** Pagefind's excerpt; see `excerpt.ts`. */
  excerpt: string;
  /** Names in the reader's language. */
  project: string;
  symptom: string;
  status: string;
  /** The status as a value, for its colour. */
  statusValue: string;
}

export interface Outcome {
  total: number;
  /** Counts of each facet's values, as if the values chosen in that facet itself were not. */
  counts: FilterCounts;
  /** The hits from the first to `limit`. */
  hits: Hit[];
}

/**
 * Searches the articles of the page's language.
 *
 * @param limit how many hits are wanted with their words; the rest is only counted
 * @param ids of the only articles that may be found
 * @throws SearchUnavailable
 */
export async function search(
  base: string,
  state: SearchState,
  limit: number,
  ids?: readonly string[],
): Promise<Outcome> {
  const pagefind = await loadPagefind(base);
  const query = toQuery(state.q);
  const sort = query === null ? { sort: { published: 'desc' as const } } : {};
  const ask = (facets: readonly FacetKey[]) =>
    pagefind.search(query, {
      filters: { ...filtersOf(state, facets), ...(ids && { id: { any: ids } }) },
      ...sort,
    });

  return inTime(async () => {
    const lostBefore = lostParts();
    const found = await ask(facetKeys);
    if (lostParts() > lostBefore) throw new Error('a part of the index did not arrive');
    // A facet's own choice must not hide its other values, so each chosen facet is counted without itself.
    const chosen = facetKeys.filter((key) => state.facets[key].length > 0);
    const counts = { ...found.filters };
    for (const key of chosen) {
      const others = await ask(facetKeys.filter((other) => other !== key));
      counts[key] = others.filters[key] ?? {};
    }
    const pages = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
    const hits = pages.map(hitOf);
    const answered = query === null || hits.some((hit) => matchesQuery(query, hit));
    if (answered && hits.length > 0) return { total: found.results.length, counts, hits };
    return { total: 0, counts: {}, hits: [] };
  });
}

function filtersOf(state: SearchState, facets: readonly FacetKey[]) {
  const chosen = facets.filter((key) => state.facets[key].length > 0);
  return Object.fromEntries(chosen.map((key) => [key, { any: state.facets[key] }]));
}

function hitOf({ url, excerpt, meta, filters }: PagefindPage): Hit {
  const { id = '', title = '', summary = '', project = '', symptom = '', status = '' } = meta;
  const [statusValue = ''] = filters['status'] ?? [];
  return { url, excerpt, id, title, summary, project, symptom, status, statusValue };
}
