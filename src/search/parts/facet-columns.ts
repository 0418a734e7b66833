import { decodeNumbers, encodeNumbers } from '../../domain/text/number-text.ts';
import { perFacet, type FacetRecord } from '../facets.ts';

/** The values of all articles in one facet. */
interface FacetColumn {
  /** The different lists of values. */
  lists: readonly (readonly string[])[];
  /** Place of each article's list among them. */
  places: string;
}

/** The facets of articles, in their order. */
export type FacetColumns = FacetRecord<FacetColumn>;

type Facets = FacetRecord<readonly string[]>;

export function encodeFacets(articles: readonly Facets[]): FacetColumns {
  return perFacet((key) => {
    const lists = new Map<string, { place: number; values: readonly string[] }>();
    const places = articles.map(({ [key]: values }) => {
      const name = values.join();
      const known = lists.get(name) ?? { place: lists.size, values };
      lists.set(name, known);
      return known.place;
    });
    return {
      lists: Array.from(lists.values(), ({ values }) => values),
      places: encodeNumbers(places),
    };
  });
}

/** Reads what `encodeFacets` wrote. */
export function decodeFacets(columns: FacetColumns, count: number): Facets[] {
  const places = perFacet((key) => decodeNumbers(columns[key].places));
  return Array.from({ length: count }, (_, article) =>
    perFacet((key) => columns[key].lists[places[key][article] ?? 0] ?? []),
  );
}
