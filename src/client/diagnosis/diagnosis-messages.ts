import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';
import type { DiagnosisIndex } from '../../diagnosis/index/diagnosis-index.ts';
import type { IndexPart } from '../../diagnosis/index/index-parts.ts';

/** Titles by id, in the language of the file. */
export type Titles = Record<string, string>;

/** What the browser fetches to diagnose: the engine's index and the words that a finding is shown with. */
export interface DiagnosisFile {
  index: DiagnosisIndex;
  /** Empty where the articles are in parts. */
  titles: Titles;
  /** True for a large library: the index is a core, the articles are in parts beside it. */
  isSplit: boolean;
}

/** A file with some articles of a large library. */
export type DiagnosisPart = IndexPart & { titles: Titles };

/** A finding as a page shows it. */
export type ShownFinding = Finding & { title: string };

export interface ShownDiagnosis extends Omit<Diagnosis, 'findings'> {
  findings: ShownFinding[];
}

/** What the page sends its worker first: the index, which it fetched while the worker started. */
export interface DiagnosisIndexMessage {
  kind: 'index';
  /** Full address of the index; its parts stand beside it. */
  address: string;
  json: string;
}

/** What the page asks its worker. */
export interface DiagnosisRequest {
  kind: 'paste';
  id: number;
  text: string;
  limit: number;
}

/** What the worker answers; `error` instead of a diagnosis when a part of the index cannot be had. */
export interface DiagnosisAnswer {
  id: number;
  diagnosis?: ShownDiagnosis;
  error?: string;
}
