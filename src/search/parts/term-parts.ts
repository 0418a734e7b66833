import MiniSearch, { type AsPlainObject } from 'minisearch';
import { decodeNumbers, encodeNumbers, fromGaps, toGaps } from '../../domain/text/number-text.ts';
import { isMisspelled, queryTerms, unfinishedTerm } from '../ranking/query-terms.ts';
import type { SearchDocument } from '../ranking/search-document.ts';
import { engineOptions, FIELDS, splitFields, type SearchIndex } from '../ranking/search-index.ts';

/** The table of an index that is too large to fetch whole: everything but its terms, which are divided into parts. */
export interface TermTable {
  /** Ids of the articles. Everything else names an article by its place among them. */
  ids: readonly string[];
  /** For each field, the number of terms in it of each article. */
  lengths: readonly string[];
  averageLengths: readonly number[];
  /** First term of each part, in order. */
  starts: readonly string[];
}

/** A part of an index: each term, with the articles that have it in each field. */
export type TermPart = readonly (readonly [term: string, ...articles: string[]])[];

/**
 * Length of a part in characters, about 3 KB after compression; a term that many articles have makes a longer one.
 * Measured with 5,000 articles: with twice the length, a question fetches a third more.
 */
const MAX_PART_LENGTH = 10_000;

/** Maximum number of parts that are fetched for the terms with one prefix; chosen. */
const MAX_PREFIX_PARTS = 3;

/** Number of letters at the beginning of a misspelled word that have to be right. */
const RIGHT_LETTERS = 3;

/** The articles that have a term in a field: their places, ascending, and how often each has it. */
interface Occurrences {
  places: number[];
  counts: number[];
}

/** Makes the index of documents and divides it by its terms. */
export function splitIndex(documents: readonly SearchDocument[]): {
  table: TermTable;
  parts: TermPart[];
} {
  const { index, lengths } = indexDocuments(documents);
  const parts: TermPart[number][][] = [];
  let room = 0;
  for (const [term, fields] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entry = [term, ...Array.from(fields, encodeOccurrences)] as const;
    const size = entry.join().length;
    if (room < size) {
      parts.push([]);
      room = MAX_PART_LENGTH;
    }
    parts.at(-1)?.push(entry);
    room -= size;
  }
  const table: TermTable = {
    ids: documents.map(({ id }) => id),
    lengths: lengths.map(encodeNumbers),
    averageLengths: lengths.map((own) => own.reduce((sum, length) => sum + length, 0) / own.length),
    starts: parts.map(([[first] = ['']]) => first),
  };
  return { table, parts };
}

/** Returns the occurrences of each term, by field, and the number of different terms that each article has in each field. */
function indexDocuments(documents: readonly SearchDocument[]) {
  const index = new Map<string, Occurrences[]>();
  const lengths = FIELDS.map((): number[] => []);
  for (const [place, document] of documents.entries()) {
    const split = splitFields(document);
    for (const [field, name] of FIELDS.entries()) {
      const counts = new Map<string, number>();
      // An empty field has the length 1, as in MiniSearch.
      for (const term of split[name].split(' ')) counts.set(term, (counts.get(term) ?? 0) + 1);
      lengths[field]?.push(counts.size);
      counts.delete('');
      for (const [term, count] of counts) {
        const byField = index.get(term) ?? [];
        const occurrences = (byField[field] ??= { places: [], counts: [] });
        occurrences.places.push(place);
        occurrences.counts.push(count);
        index.set(term, byField);
      }
    }
  }
  return { index, lengths };
}

/** An index that loads what a search needs. */
export class PartedIndex {
  readonly #starts: readonly string[];
  readonly #content: Omit<AsPlainObject, 'index'>;
  readonly #loadPart: (number: number) => Promise<TermPart>;

  /** @param loadPart loads a part, or returns it if it is loaded; `indexFor` rejects with its errors */
  constructor(
    { ids, lengths, averageLengths, starts }: TermTable,
    loadPart: (number: number) => Promise<TermPart>,
  ) {
    const columns = lengths.map(decodeNumbers);
    this.#starts = starts;
    this.#loadPart = loadPart;
    this.#content = {
      documentCount: ids.length,
      nextId: ids.length,
      documentIds: { ...ids },
      fieldIds: Object.fromEntries(FIELDS.map((name, field) => [name, field])),
      fieldLength: Object.fromEntries(
        ids.map((_, place) => [place, columns.map((column) => column[place] ?? 0)]),
      ),
      averageFieldLength: [...averageLengths],
      storedFields: {},
      serializationVersion: 2,
    };
  }

  /**
   * Returns an index for the search for a text. The results are those of the whole index, except that of the words with a
   * short prefix the last ones are missing, and words that are misspelled at their beginning.
   */
  async indexFor(text: string): Promise<SearchIndex> {
    const terms = new Set(queryTerms(text).keys());
    const unfinished = unfinishedTerm(text);
    const prefixes = unfinished === undefined ? [] : [unfinished];
    const exact = [
      ...Array.from(terms, (term) => this.#partOf(term)),
      ...this.#partsWith(prefixes),
    ];
    const known = new Set((await this.#load(exact)).map(([term]) => term));
    for (const term of terms) {
      if (isMisspelled(term, known)) prefixes.push(term.slice(0, RIGHT_LETTERS));
    }
    const loaded = await this.#load([...exact, ...this.#partsWith(prefixes)]);
    return this.#open(
      loaded.filter(
        ([term]) => terms.has(term) || prefixes.some((prefix) => term.startsWith(prefix)),
      ),
    );
  }

  /** Returns the number of the part that has a term, if any has it. */
  #partOf(term: string): number {
    return Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= term),
    );
  }

  /** Returns the numbers of the parts with the terms that have one of the prefixes. */
  #partsWith(prefixes: readonly string[]): number[] {
    return prefixes.flatMap((prefix) => {
      const first = this.#partOf(prefix);
      const last = this.#partOf(`${prefix}\uffff`);
      const length = Math.min(last - first + 1, MAX_PREFIX_PARTS);
      return Array.from({ length }, (_, place) => first + place);
    });
  }

  /** Loads parts and returns their terms in order. */
  async #load(numbers: readonly number[]): Promise<TermPart> {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    return (await Promise.all(sorted.map((number) => this.#loadPart(number)))).flat();
  }

  #open(part: TermPart): SearchIndex {
    const terms = part.map(decodeTerm);
    const frequencies = terms.map(([term, byField]) => {
      const articles = new Set(Object.values(byField).flatMap((own) => Object.keys(own)));
      return [term, articles.size] as const;
    });
    const engine = MiniSearch.loadJS({ ...this.#content, index: terms }, engineOptions);
    return { engine, frequencies: new Map(frequencies) };
  }
}

/** Number of times that articles have a term in a field, by their places. */
type Frequencies = Record<string, number>;

function decodeTerm([term, ...fields]: TermPart[number]): [string, Record<string, Frequencies>] {
  const byField = fields.flatMap((text, field) =>
    text === '' ? [] : [[field, decodeOccurrences(text)] as const],
  );
  return [term, Object.fromEntries(byField)];
}

/** Writes the places of the articles and, unless each has the term once, how often they have it. */
function encodeOccurrences({ places, counts }: Occurrences = { places: [], counts: [] }): string {
  const text = encodeNumbers(toGaps(places));
  return counts.every((count) => count === 1) ? text : `${text},${encodeNumbers(counts)}`;
}

function decodeOccurrences(text: string): Frequencies {
  const [places = '', counts = ''] = text.split(',');
  const numbers = decodeNumbers(counts);
  return Object.fromEntries(
    fromGaps(decodeNumbers(places)).map((place, index) => [place, numbers[index] ?? 1]),
  );
}
