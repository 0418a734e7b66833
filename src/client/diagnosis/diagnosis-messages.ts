import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';

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
