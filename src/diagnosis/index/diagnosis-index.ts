/** Version of the format; increased when an older reader cannot read the index. */
export const INDEX_VERSION = 2;

/**
 * Maximum number of articles of a library whose index is served as one file; a larger one is split into a core and
 * parts (see `index-parts.ts`).
 */
export const SMALL_LIBRARY = 40;

/**
 * How much a term counts for an article, by the field that has it: only the section about similar errors, the text, the
 * title or code, the output of the software, title and output. A posting stores the position in this list.
 */
export const FIELD_FACTORS = [-0.3, 0.6, 1, 1.2, 1.4] as const;

/** The same for a question, which resembles titles rather than output. */
export const QUESTION_FACTORS = [0, 0.6, 1.4, 1, 1.5] as const;

/** Weights are stored in steps of 1/16; the highest is 1.25. */
export const WEIGHT_STEPS = 16;

/** An article in the index. Platforms, Python versions and builds are bit masks over the lists of the domain. */
export interface IndexedArticle {
  id: string;
  slug: string;
  project: string;
  platforms: number;
  pythons: number;
  builds: number;
  /** Normalized name of a package, first affected version, first fixed version; empty where unknown. */
  affected: [name: string, introduced: string, fixed: string][];
  /** As they are in the article. */
  signatures: string[];
  /** The most informative other lines of its messages. */
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
