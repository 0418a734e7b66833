import type { ExcerptPart } from './excerpt.ts';

/** Counts by facet and value; a missing value has none. */
export type FilterCounts = Record<string, Record<string, number>>;

/** Names of an article's values in the reader's language. */
export interface HitLabels {
  project: string;
  symptom: string;
  /** Status of a defect, or else the kind of cause. */
  status: string;
  /** The same as a value, for its color. */
  statusValue: string;
}

/** One article found, as a list shows it. */
export interface Hit extends HitLabels {
  url: string;
  id: string;
  title: string;
  /** With the words of the query marked. */
  summary: ExcerptPart[];
  /** A place of the article with the words; empty if the summary has one of them, or if there is no query. */
  excerpt: ExcerptPart[];
  /** Text of the fix; empty if the full-text index does not have it. */
  fix: string;
}

export interface SearchOutcome {
  total: number;
  /** Counts of each facet's values as if no value of that facet were chosen. */
  counts: FilterCounts;
  /** The first hits, up to the requested number. */
  hits: Hit[];
}
