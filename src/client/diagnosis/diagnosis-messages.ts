import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';

/** A finding as a page shows it. */
export type ShownFinding = Finding & { title: string };

/** A diagnosis as a page shows it. */
export interface ShownDiagnosis extends Omit<Diagnosis, 'findings'> {
  findings: ShownFinding[];
}

/** The first message to the worker: the index, which the page fetched while the worker started. */
export interface DiagnosisIndexMessage {
  kind: 'index';
  /** Absolute address of the index; the addresses of its parts derive from it. */
  address: string;
  json: string;
}

/** Asks the worker for a diagnosis. */
export interface DiagnosisRequest {
  kind: 'paste';
  id: number;
  text: string;
  /** Maximum number of findings. */
  limit: number;
}

/** The worker's answer to a request: a diagnosis, or an error when a part of the index cannot be loaded. */
export interface DiagnosisResponse {
  id: number;
  diagnosis?: ShownDiagnosis;
  error?: string;
}
