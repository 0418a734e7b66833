import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { diagnose, type Diagnosis } from '../../diagnosis/diagnose.ts';
import type { DiagnosisIndex } from '../../diagnosis/index/diagnosis-index.ts';
import { openIndex } from '../../diagnosis/index/open-index.ts';
import { readLastError, type LastError } from '../../diagnosis/unknown/last-error.ts';

/** A diagnosis, with the last error of a paste whose fault is unknown. */
export interface PasteDiagnosis extends Diagnosis {
  lastError?: LastError;
}

/** Diagnoses the output of a program. */
export function diagnosePaste(index: DiagnosisIndex, paste: string, limit: number): PasteDiagnosis {
  const diagnosis = diagnose(index, paste, { limit, localization });
  if (diagnosis.findings.length > 0) return diagnosis;
  const lastError = readLastError(paste, openIndex(index).packages, localization);
  return { ...diagnosis, ...(lastError && { lastError }) };
}
