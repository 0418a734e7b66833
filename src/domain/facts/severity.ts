import type { Symptom } from '../vocabulary.ts';

/**
 * Symptoms, worst first. A silently wrong result is the worst: nothing tells its user, and what was computed with it
 * is lost too. Then what takes the program down, or eats the machine; then what says so and stops at one call, at
 * import, and before anything runs at all. What is merely slow comes last.
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

/** Negative, zero or positive as `a` is worse than, as bad as or milder than `b`. */
export function compareSeverity(a: Symptom, b: Symptom): number {
  return symptomsBySeverity.indexOf(a) - symptomsBySeverity.indexOf(b);
}
