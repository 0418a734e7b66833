import type { DiagnosisIndex } from './diagnosis-index.ts';
import type { IndexPart } from './index-parts.ts';

/** Titles of articles by id, in the language of the file. */
export type Titles = Record<string, string>;

/** The JSON file that the browser fetches to diagnose: the index, and the titles of the articles. */
export interface DiagnosisFile {
  index: DiagnosisIndex;
  /** Empty if the index is split: each part has its own titles. */
  titles: Titles;
  /** Whether the articles are in parts beside this file, as in a large library. */
  isSplit: boolean;
}

/** The JSON file of one part of a split index. */
export type DiagnosisPart = IndexPart & { titles: Titles };
