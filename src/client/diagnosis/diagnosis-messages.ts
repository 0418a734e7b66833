import type { Answer } from '../../diagnosis/index/served-index.ts';
import type { LastError } from '../../diagnosis/unknown/last-error.ts';
import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';

/** A finding as a page shows it. */
export type ShownFinding = Finding & Answer;

/** A diagnosis as a page shows it. */
export interface ShownDiagnosis extends Omit<Diagnosis, 'findings'> {
  findings: ShownFinding[];
  /** Without findings, the error that no article explains. */
  lastError?: LastError;
}

/** Asks the worker for a diagnosis. */
export interface DiagnosisRequest {
  kind: 'paste';
  id: number;
  text: string;
  /** Maximum number of findings, unless more are equally likely. */
  limit: number;
}
