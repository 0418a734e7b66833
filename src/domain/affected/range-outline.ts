import { isInRanges } from './evaluate-package.ts';
import type { FaultRanges } from '../releases/release-history.ts';
import { compareVersions } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** Versions of a package in a row, all with a fault or all without it. */
export interface Stretch {
  has: boolean;
  /** The first version of the stretch; absent for the one that nothing precedes. */
  from?: string;
  /** The first version after it; absent where it has no end. */
  to?: string;
}

/**
 * The versions of a package as the ranges of a fault divide them, oldest first: all that can be drawn of a package
 * whose releases are not known.
 *
 * @param ranges of this package only, a union
 */
export function rangeOutline(ecosystem: Ecosystem, ranges: FaultRanges): Stretch[] {
  const limits = ranges.flatMap(({ introduced, fixed }) => [introduced ?? [], fixed ?? []].flat());
  limits.sort((a, b) => compareVersions(ecosystem, a, b));

  const starts: Stretch[] = [
    { has: ranges.some(({ introduced }) => introduced === undefined) },
    ...limits.map((from) => ({ has: isInRanges(ecosystem, ranges, from), from })),
  ];
  const changes = starts.filter(({ has }, at) => has !== starts[at - 1]?.has);
  return changes.map((stretch, at) => {
    const to = changes[at + 1]?.from;
    return to === undefined ? stretch : { ...stretch, to };
  });
}
