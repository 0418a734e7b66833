import { matchesQuery } from '../../search/evidence.ts';
import { excerptParts } from '../../search/excerpt.ts';
import { facetKeys, type FacetKey } from '../../search/facets.ts';
import { toQuery } from '../../search/query.ts';
import type { LibraryQuery } from '../../search/ranking/search-library.ts';
import type { Hit, SearchOutcome } from '../../search/search-outcome.ts';
import type { SearchState } from '../../search/search-state.ts';
import { cacheUntilFailure } from '../shared/async.ts';
import { siteBase } from '../shared/site.ts';
import { importPagefind, type PagefindPage } from './pagefind.ts';

/** Searches whole articles with Pagefind, for words that no other text has. */
export class FullTextSearch {
  #attempts = 0;
  #pagefind = this.#createLoader();

  /** Makes the next search load the index again. */
  reset(): void {
    this.#pagefind = this.#createLoader();
  }

  async search({ state, limit, only, except }: LibraryQuery): Promise<SearchOutcome> {
    const pagefind = await this.#pagefind();
    const query = toQuery(state.q);
    const searchBy = (facets: readonly FacetKey[]) =>
      pagefind.search(query, {
        filters: {
          ...filtersFor(state, facets),
          ...((only || except) && {
            id: { ...(only && { any: only }), ...(except && { none: except }) },
          }),
        },
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
    const isAnswered = hits.some((hit, index) =>
      matchesQuery(query, {
        ...hit,
        summary: pages[index]?.meta['summary'] ?? '',
        excerpt: pages[index]?.excerpt ?? '',
      }),
    );
    if (isAnswered && hits.length > 0) return { total: found.results.length, counts, hits };
    return { total: 0, counts: {}, hits: [] };
  }

  #createLoader() {
    return cacheUntilFailure(() => {
      const retry = this.#attempts++ === 0 ? '' : `?retry=${this.#attempts}`;
      return importPagefind(`${siteBase()}/pagefind/pagefind.js${retry}`);
    });
  }
}

function filtersFor(state: SearchState, facets: readonly FacetKey[]) {
  const chosen = facets.filter((key) => state.facets[key].length > 0);
  return Object.fromEntries(chosen.map((key) => [key, { any: state.facets[key] }]));
}

function toHit({ url, excerpt, meta }: PagefindPage): Hit {
  const { id = '', title = '', summary = '', fix = '', project = '' } = meta;
  const { symptom = '', status = '', state: statusValue = '' } = meta;
  return {
    ...{ url, id, title, fix, project, symptom, status, statusValue },
    summary: [{ text: summary, hit: false }],
    excerpt: excerptParts(excerpt),
  };
}
