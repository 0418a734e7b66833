import { searchIndexPath } from '../../domain/addresses/addresses.ts';
import type { LibraryQuery, Restriction } from '../../search/ranking/search-library.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { SearchState } from '../../search/search-state.ts';
import { siteBase, siteLocale } from '../shared/site.ts';
import { WorkerClient } from '../shared/worker-client.ts';
import { FullTextSearch } from './full-text-search.ts';
import type { SearchRequest } from './search-worker.ts';

/** The search index cannot be loaded: blocked, missing, truncated, or no answer in time. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

/** Longer than any slow line needs for 150 KB, short enough that the reader still waits; chosen. */
const TIMEOUT_MS = 15_000;

/** Searches the articles in the language of the page. */
export class SearchEngine {
  readonly #worker = new WorkerClient<Omit<SearchRequest, 'id'>, SearchOutcome | undefined>(
    () => new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
    siteBase() + searchIndexPath(siteLocale()),
  );
  readonly #fullText = new FullTextSearch();

  /**
   * Loads the index ahead of a search.
   *
   * @throws {SearchUnavailable}
   */
  async load(): Promise<void> {
    await withTimeout(() => this.#worker.prepare());
  }

  /** Makes the next search load what it could not load before. */
  reset(): void {
    this.#fullText.reset();
  }

  /**
   * @param limit number of hits to load; the others are only counted
   * @throws {SearchUnavailable}
   */
  search(state: SearchState, limit: number, restriction: Restriction = {}): Promise<SearchOutcome> {
    const query: LibraryQuery = { state, limit, ...restriction };
    return withTimeout(
      async () =>
        (await this.#worker.request({ kind: 'search', ...query })) ??
        (await this.#fullText.search(query)),
    );
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
