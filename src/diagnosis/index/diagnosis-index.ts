/** Grows when an older engine could not read the index. */
export const INDEX_VERSION = 2;

/**
 * Up to so many articles a reader fetches the whole index, one file in one trip; of a larger one a core and
 * the parts that a paste needs.
 */
export const SMALL_LIBRARY = 40;

/**
 * How much a term says for an article, by where the article has it; a posting stores the position in this list:
 * only where it speaks of other faults, in its text, in its title or code, in what the software prints, in both.
 */
export const FIELD_FACTORS = [-0.3, 0.6, 1, 1.2, 1.4] as const;

/** The same for a person's words: they are those of titles, and of the lines that tell look-alikes apart. */
export const QUESTION_FACTORS = [0, 0.6, 1.4, 1, 1.5] as const;

/** Weights are stored in steps of 1/16; the heaviest term weighs 1.25. */
export const WEIGHT_STEPS = 16;

/** What the index keeps of an article; sets of platforms, Python versions and builds are bit masks over the domain's lists. */
export interface IndexedArticle {
  id: string;
  slug: string;
  project: string;
  platforms: number;
  pythons: number;
  builds: number;
  /** Package, first affected version, first version without; empty where unknown. */
  affected: [name: string, introduced: string, fixed: string][];
  /** Signatures as the article has them. */
  signatures: string[];
  /** Telling lines of its messages that are no signatures. */
  lines: string[];
  /**
   * Terms that the shared postings leave out, only in a large library: pairs of a hash, as the gap to the one before,
   * and `weight * 8 + field`.
   */
  terms?: string;
}

/**
 * All that the diagnosis knows, as JSON. Numbers are in base 36 (see `number-text.ts`), ascending ones as the gaps
 * between them.
 */
export interface DiagnosisIndex {
  version: number;
  /** `null` for an article in a part that has not been fetched (see `index-parts.ts`). */
  articles: (IndexedArticle | null)[];
  /** Hashes of the terms (see `hash-term.ts`), ascending. */
  terms: string;
  /** The weight of each term in steps of 1/`WEIGHT_STEPS`. */
  weights: string;
  /** The postings of each term, separated by commas: `article * FIELD_FACTORS.length + field`, ascending. */
  postings: string;
}
