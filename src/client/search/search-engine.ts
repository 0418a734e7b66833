import { matchesQuery } from '../../search/evidence.ts';
import { facetKeys, type FacetKey } from '../../search/facets.ts';
import { toQuery } from '../../search/query.ts';
import type { SearchState } from '../../search/search-state.ts';
import { cacheUntilFailure } from '../shared/async.ts';
import { siteBase } from '../shared/site.ts';
import { importPagefind, type FilterCounts, type PagefindPage } from './pagefind.ts';

/** One article found, as a list shows it. */
export interface Hit {
  url: string;
  id: string;
  title: string;
  summary: string;
  /** Pagefind's excerpt; see `src/search/excerpt.ts`. */
  excerpt: string;
  /** Names in the reader's language. */
  project: string;
  symptom: string;
  status: string;
  /** The status as a value, for its color. */
  statusValue: string;
}

export interface SearchOutcome {
  total: number;
  /** Counts of each facet's values as if no value of that facet were chosen. */
  counts: FilterCounts;
  /** The first hits, up to the requested number. */
  hits: Hit[];
}

/** The search index cannot be loaded: blocked, missing, truncated, or no answer in time. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

/** Longer than any slow line needs for 150 KB, short enough that the reader still waits; chosen. */
const TIMEOUT_MS = 15_000;

/** Searches the articles in the language of the page. */
export class SearchEngine {
  #attempts = 0;
  #pagefind = this.#createLoader();

  /**
   * Loads the index ahead of a search.
   *
   * @throws {SearchUnavailable}
   */
  async load(): Promise<void> {
    await withTimeout(() => this.#pagefind());
  }

  /** Makes the next search load the index again. */
  reset(): void {
    this.#pagefind = this.#createLoader();
  }

  /**
   * @param limit number of hits to load; the others are only counted
   * @param ids restricts the search to these articles
   * @throws {SearchUnavailable}
   */
  search(state: SearchState, limit: number, ids?: readonly string[]): Promise<SearchOutcome> {
    return withTimeout(async () => {
      const pagefind = await this.#pagefind();
      const query = toQuery(state.q);
      const sort = query === null ? { sort: { published: 'desc' as const } } : {};
      const searchBy = (facets: readonly FacetKey[]) =>
        pagefind.search(query, {
          filters: { ...filtersFor(state, facets), ...(ids && { id: { any: ids } }) },
          ...sort,
        });

      const found = await searchBy(facetKeys);
      // The chosen values of a facet must not hide its other values, so each chosen facet is counted without itself.
      const chosen = facetKeys.filter((key) => state.facets[key].length > 0);
      const counts = { ...found.filters };
      for (const key of chosen) {
        const others = await searchBy(facetKeys.filter((other) => other !== key));
        counts[key] = others.filters[key] ?? {};
      }
      const pages = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
      const hits = pages.map(toHit);
      const isAnswered = query === null || hits.some((hit) => matchesQuery(query, hit));
      if (isAnswered && hits.length > 0) return { total: found.results.length, counts, hits };
      return { total: 0, counts: {}, hits: [] };
    });
  }

  #createLoader() {
    return cacheUntilFailure(() => {
      const retry = this.#attempts++ === 0 ? '' : `?retry=${this.#attempts}`;
      return importPagefind(`${siteBase()}/pagefind/pagefind.js${retry}`);
    });
  }
}

/** Runs `work`; any failure, a timeout included, becomes a `SearchUnavailable`. */
async function withTimeout<T>(work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work(), timeout]);
  } catch (cause) {
    throw new SearchUnavailable('The search index did not load', { cause });
  } finally {
    clearTimeout(timer);
  }
}

function filtersFor(state: SearchState, facets: readonly FacetKey[]) {
  const chosen = facets.filter((key) => state.facets[key].length > 0);
  return Object.fromEntries(chosen.map((key) => [key, { any: state.facets[key] }]));
}

function toHit({ url, excerpt, meta, filters }: PagefindPage): Hit {
  const { id = '', title = '', summary = '', project = '', symptom = '', status = '' } = meta;
  const [statusValue = ''] = filters['status'] ?? [];
  return { url, excerpt, id, title, summary, project, symptom, status, statusValue };
}
