import type { Signature } from '../../domain/facts/signature.ts';

/** Version of the format; increased when an older reader cannot read the index. */
export const INDEX_VERSION = 4;

/**
 * Maximum number of articles of a library whose index is served as one file of about 25 KB after compression; a larger
 * one is divided (see `index-parts.ts`).
 */
export const SMALL_LIBRARY = 100;

/** An article in the index. Platforms, Python versions and builds are bit masks over the lists of the domain. */
export interface IndexedArticle {
  id: string;
  slug: string;
  platforms: number;
  pythons: number;
  builds: number;
  signatures: readonly Signature[];
  /** The table that has to know the name in a signature, and the placeholder that stands for it. */
  lookup?: IndexedLookup;
  /** True for an article on how to find the cause of an error that many faults print. */
  general?: true;
}

/** The part of a lookup that the diagnosis needs. */
export interface IndexedLookup {
  table: string;
  key: string;
}

/** All that the diagnosis knows, as JSON. */
export interface DiagnosisIndex {
  version: number;
  articles: readonly IndexedArticle[];
  /** The weights of the words of the signatures, see `word-weights.ts`. */
  weights: string;
  /** Normalized names of the packages that articles are about, sorted. */
  packages: readonly string[];
}
