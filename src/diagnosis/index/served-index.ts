import type { DiagnosisIndex } from './diagnosis-index.ts';
import type { IndexPart } from './index-parts.ts';

/** Titles by id, in the language of the file. */
export type Titles = Record<string, string>;

/** The file that every diagnosis in a browser needs: the index and the titles that findings are shown with. */
export interface DiagnosisFile {
  index: DiagnosisIndex;
  /** Empty where the articles are in parts. */
  titles: Titles;
  /** True for a large library: `index` has no articles, they are in parts next to it. */
  isSplit: boolean;
}

/** A file with some articles of a large library. */
export type DiagnosisPart = IndexPart & { titles: Titles };
