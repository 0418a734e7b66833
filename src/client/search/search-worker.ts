import {
  openLibrary,
  searchLibrary,
  type LibraryQuery,
  type ListedDocument,
  type ListedLibrary,
} from '../../search/ranking/search-library.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { IndexMessage, WorkerResponse } from '../shared/worker-client.ts';

/** Asks the worker for the articles that match; the result is `undefined` if none of them has a word of the query. */
export interface SearchRequest extends LibraryQuery {
  kind: 'search';
  id: number;
}

// Indexes and searches outside of the page's thread, so that typing is never delayed.
let library: ListedLibrary | undefined;

self.addEventListener('message', ({ data }: MessageEvent<IndexMessage | SearchRequest>) => {
  if (data.kind === 'index') {
    library = openLibrary(JSON.parse(data.json) as ListedDocument[]);
  } else {
    const result = library && searchLibrary(library, data);
    const response: WorkerResponse<SearchOutcome | undefined> = { id: data.id, result };
    self.postMessage(response);
  }
});
