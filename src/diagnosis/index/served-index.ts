import type { DiagnosisIndex } from './diagnosis-index.ts';
import type { Fix } from '../../domain/facts/fix-schema.ts';
import type { Lookup } from '../../domain/lookup/lookup-schema.ts';
import type { Cause } from '../../domain/vocabulary.ts';
import type { PartTable } from './index-parts.ts';

/** Parts of an article that a finding shows, in the language of the file. */
export interface Answer {
  title: string;
  fix: Fix;
  cause: Cause;
  /** Name of the project. */
  project: string;
  symptom: string;
  lookup?: Lookup;
}

/** The tables next to an index, in parts: see `tablePartPath`. */
export interface ServedTables {
  digest: string;
  /** Number of parts by table. */
  counts: Readonly<Record<string, number>>;
}

/** Answers by id. */
export type Answers = Record<string, Answer>;

/** An index, or a part of one, with the answers to its findings. */
export interface DiagnosisPart {
  index: DiagnosisIndex;
  answers: Answers;
}

/** The file that every diagnosis in a browser needs. */
export interface DiagnosisFile extends DiagnosisPart {
  /** Only of a large library, whose index has no articles: they are in parts next to this file. */
  table?: PartTable;
  tables: ServedTables;
}
