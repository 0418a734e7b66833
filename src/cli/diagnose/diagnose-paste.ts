import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { diagnose, type Diagnosis } from '../../diagnosis/diagnose.ts';
import type { Knowledge } from '../../api/published-knowledge.ts';
import { rowFinder } from '../../domain/lookup/find-row.ts';
import { openIndex } from '../../diagnosis/index/open-index.ts';
import { readLastError, type LastError } from '../../diagnosis/unknown/last-error.ts';

/** A diagnosis, with the last error of a paste whose fault is unknown. */
export interface PasteDiagnosis extends Diagnosis {
  lastError?: LastError;
}

/** Diagnoses the output of a program. */
export function diagnosePaste(
  { index, tables = {} }: Pick<Knowledge, 'index' | 'tables'>,
  paste: string,
  limit: number,
): PasteDiagnosis {
  const findRow = rowFinder(tables);
  const diagnosis = diagnose(index, paste, { limit, localization, findRow });
  if (diagnosis.findings.length > 0) return diagnosis;
  const lastError = readLastError(paste, openIndex(index).packages, localization);
  return { ...diagnosis, ...(lastError && { lastError }) };
}
