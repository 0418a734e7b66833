import type { Answer } from '../../diagnosis/index/served-index.ts';
import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';

/** A finding as a page shows it. */
export type ShownFinding = Finding & Answer;

/** A diagnosis as a page shows it. */
export interface ShownDiagnosis extends Omit<Diagnosis, 'findings'> {
  findings: ShownFinding[];
}

/** Asks the worker for a diagnosis. */
export interface DiagnosisRequest {
  kind: 'paste';
  id: number;
  text: string;
  /** Maximum number of findings. */
  limit: number;
}
