import { isInRanges, type FaultRanges } from './evaluate-package.ts';
import { compareVersions } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** Consecutive versions of a package, either all affected by a fault or all unaffected. */
export interface VersionSpan {
  isAffected: boolean;
  /** First version of the span; absent for the oldest span. */
  from?: string;
  /** First version after the span; absent for the newest span. */
  to?: string;
}

/**
 * Divides the versions of a package into affected and unaffected spans, oldest first. For packages whose releases are
 * unknown.
 *
 * @param ranges of this package only; a version is affected if any of them contains it
 */
export function rangeOutline(ecosystem: Ecosystem, ranges: FaultRanges): VersionSpan[] {
  const limits = ranges.flatMap(({ introduced, fixed }) => [introduced ?? [], fixed ?? []].flat());
  limits.sort((a, b) => compareVersions(ecosystem, a, b));

  const starts: VersionSpan[] = [
    { isAffected: ranges.some(({ introduced }) => introduced === undefined) },
    ...limits.map((from) => ({ isAffected: isInRanges(ecosystem, ranges, from), from })),
  ];
  const spans = starts.filter(
    ({ isAffected }, index) => isAffected !== starts[index - 1]?.isAffected,
  );
  return spans.map((span, index) => {
    const to = spans[index + 1]?.from;
    return to === undefined ? span : { ...span, to };
  });
}
