import type { FacetRecord } from '../facets.ts';
import type { HitLabels } from '../search-outcome.ts';
import type { SearchDocument } from './search-document.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/** The texts of one article, as a list shows them. */
export interface ShownDocument extends Pick<
  SearchDocument,
  'id' | 'title' | 'summary' | 'fix' | 'signatures'
> {
  url: string;
  labels: HitLabels;
}

/** A document with what the page lists and filters by. */
export interface ListedDocument extends SearchDocument, ShownDocument {
  facets: FacetRecord<readonly string[]>;
}

/** The library of one language. */
export interface ListedLibrary {
  /** The facets of each article by its id, newest article first. */
  facets: ReadonlyMap<string, FacetRecord<readonly string[]>>;
  /** Returns an index with all that a search for a text needs. */
  indexFor(text: string): Promise<SearchIndex>;
  /** Returns the documents of articles in the order of the ids. */
  documents(ids: readonly string[]): Promise<ShownDocument[]>;
}

/** Opens a library that is in memory, newest article first. */
export function openLibrary(documents: readonly ListedDocument[]): ListedLibrary {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = createSearchIndex(documents);
  return {
    facets: new Map(documents.map(({ id, facets }) => [id, facets])),
    indexFor: async () => index,
    documents: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
  };
}
