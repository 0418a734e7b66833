import { isInRanges, type FaultRanges } from './evaluate-package.ts';
import { compareVersions } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** Consecutive versions of a package that all have a fault or all lack it. */
export interface VersionSpan {
  isAffected: boolean;
  /** First version of the span; absent for the oldest span. */
  from?: string;
  /** First version after the span; absent for the newest span. */
  to?: string;
}

/**
 * Divides the versions of a package into spans with and without a fault, oldest first, for a package whose releases are
 * unknown.
 *
 * @param ranges of this package only; several are a union
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
