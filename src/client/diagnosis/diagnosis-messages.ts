import type { Answer } from '../../diagnosis/index/served-index.ts';
import type { UnknownName } from '../../diagnosis/decide/resolve-names.ts';
import type { LastError } from '../../diagnosis/unknown/last-error.ts';
import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';
import type { AnsweredFault } from '../../domain/lookup/answer-fault.ts';
import type { Locale } from '../../domain/vocabulary.ts';

/** A finding as a page shows it. */
export type ShownFinding = Finding & Omit<Answer, 'lookup'> & AnsweredFault;

/** A name that no table has, and how to find out what it belongs to. */
export type ShownUnknownName = UnknownName & Pick<Answer, 'title' | 'fix'>;

/** A diagnosis as a page shows it. */
export interface ShownDiagnosis extends Omit<Diagnosis, 'findings' | 'unknownNames'> {
  findings: ShownFinding[];
  /** Without findings, the name that the error is about. */
  unknownName?: ShownUnknownName;
  /** Without findings, the error that no article explains. */
  lastError?: LastError;
}

/** Asks the worker for a diagnosis. */
export interface DiagnosisRequest {
  kind: 'paste';
  id: number;
  text: string;
  /** Language of the answers. */
  locale: Locale;
  /** Maximum number of findings, unless more are equally likely. */
  limit: number;
}
