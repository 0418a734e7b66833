import type { DiagnosisIndex } from './diagnosis-index.ts';
import type { PartTable } from './index-parts.ts';

/** Titles by id, in the language of the file. */
export type Titles = Record<string, string>;

/** An index, or a part of one, with the titles that findings are shown with. */
export interface DiagnosisPart {
  index: DiagnosisIndex;
  titles: Titles;
}

/** The file that every diagnosis in a browser needs. */
export interface DiagnosisFile extends DiagnosisPart {
  /** Only of a large library, whose index has no articles: they are in parts next to this file. */
  table?: PartTable;
}
