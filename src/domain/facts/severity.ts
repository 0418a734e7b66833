import type { Symptom } from '../vocabulary.ts';

/**
 * Symptoms, worst first. A silently wrong result is the worst: the user does not notice, and later results are wrong too.
 * Then come failures of the whole program or machine, then errors at a call, at import and at build time. Slowness comes
 * last.
 */
export const symptomsBySeverity: readonly Symptom[] = [
  'wrong-result',
  'crash',
  'memory',
  'hang',
  'exception',
  'import-error',
  'link-error',
  'build-error',
  'performance',
];

/** Orders symptoms for `sort()`, worst first. */
export function compareSeverity(a: Symptom, b: Symptom): number {
  return symptomsBySeverity.indexOf(a) - symptomsBySeverity.indexOf(b);
}
