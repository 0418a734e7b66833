import type { ListedLibrary } from '../../search/ranking/listed-library.ts';
import { searchLibrary, type LibraryQuery } from '../../search/ranking/search-library.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import { JsonFiles } from '../shared/json-files.ts';
import type { IndexMessage, WorkerResponse } from '../shared/worker-client.ts';
import { openLibraryFile } from './open-library-file.ts';

/** Asks the worker for the articles that match; the result is `undefined` if none of them has a word of the query. */
export interface SearchRequest extends LibraryQuery {
  kind: 'search';
  id: number;
}

// Indexes and searches outside of the page's thread, so that typing is never delayed.
let library: ListedLibrary | undefined;

self.addEventListener('message', ({ data }: MessageEvent<IndexMessage | SearchRequest>) => {
  if (data.kind === 'index') {
    library = openLibraryFile(data.address, data.json, new JsonFiles());
  } else {
    void respond(data).then((response) => self.postMessage(response));
  }
});

async function respond(request: SearchRequest): Promise<WorkerResponse<SearchOutcome | undefined>> {
  const { id } = request;
  try {
    if (!library) throw new Error('no index before the first search');
    return { id, result: await searchLibrary(library, request) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
