import type { ListedDocument, ListedLibrary, ShownDocument } from '../ranking/listed-library.ts';
import { decodeFacets, encodeFacets, type FacetColumns } from './facet-columns.ts';
import { PartedIndex, splitIndex, type TermPart, type TermTable } from './term-parts.ts';

/** The part of a large library that every search needs: everything but the terms, and the texts that lists show. */
export interface LibraryTable {
  terms: TermTable;
  facets: FacetColumns;
}

/** The file that every search fetches. */
export type SearchFile =
  | { documents: readonly ListedDocument[] }
  /** Of a large library; the digest is in the addresses of its parts. */
  | { table: LibraryTable; digest: string };

/** Texts of a few articles, as lists show them. */
export type ArticlePart = readonly ShownDocument[];

/** The parts of a large library, of which a search needs a few. */
export interface LibraryParts {
  terms: readonly TermPart[];
  articles: readonly ArticlePart[];
}

/** Loads parts by their numbers; a search rejects with its errors. */
export interface PartLoader {
  terms(number: number): Promise<TermPart>;
  articles(number: number): Promise<ArticlePart>;
}

/** Number of articles in a part. Chosen: about 2 KB after compression, of which a search mostly shows one article. */
const ARTICLES_PER_PART = 8;

/** Divides a library, newest article first. */
export function splitLibrary(documents: readonly ListedDocument[]): {
  table: LibraryTable;
  parts: LibraryParts;
} {
  const { table, parts } = splitIndex(documents);
  const shown = documents.map(toShown);
  const articles = Array.from(
    { length: Math.ceil(shown.length / ARTICLES_PER_PART) },
    (_, number) => shown.slice(number * ARTICLES_PER_PART, (number + 1) * ARTICLES_PER_PART),
  );
  return {
    table: { terms: table, facets: encodeFacets(documents.map(({ facets }) => facets)) },
    parts: { terms: parts, articles },
  };
}

/** Opens a library that was divided. */
export function openParts({ terms, facets }: LibraryTable, load: PartLoader): ListedLibrary {
  const { ids } = terms;
  const places = new Map(ids.map((id, place) => [id, place]));
  const index = new PartedIndex(terms, (number) => load.terms(number));
  const decoded = decodeFacets(facets, ids.length);
  return {
    facets: new Map(decoded.map((own, place) => [ids[place] ?? '', own])),
    indexFor: (text) => index.indexFor(text),
    documents: (wanted) =>
      Promise.all(
        wanted.map(async (id) => {
          const place = places.get(id) ?? 0;
          const part = await load.articles(Math.floor(place / ARTICLES_PER_PART));
          const document = part[place % ARTICLES_PER_PART];
          if (document?.id !== id) throw new Error(`no article ${id} in its part`);
          return document;
        }),
      ),
  };
}

function toShown({ id, url, title, summary, fix, signatures, labels }: ListedDocument) {
  const [shownTitle = ''] = title.split('\n');
  const [shownSummary = ''] = summary.split('\n');
  return { id, url, title: shownTitle, summary: shownSummary, fix, signatures, labels };
}
