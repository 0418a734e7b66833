import { isInRanges, type FaultRanges } from '../affected/evaluate-package.ts';
import type { Release } from './releases.ts';
import { isPrerelease } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** A stable release and the number of its faults. */
export interface CountedRelease {
  version: string;
  faults: number;
}

/**
 * Counts the faults of each release of a package. Pre-releases and yanked releases are left out, since installers do not
 * choose them.
 *
 * @param releases in version order
 * @param faults the ranges of each fault in this package
 */
export function countFaults(
  ecosystem: Ecosystem,
  releases: readonly Release[],
  faults: readonly FaultRanges[],
): CountedRelease[] {
  return releases
    .filter(({ version, yanked }) => !yanked && !isPrerelease(ecosystem, version))
    .map(({ version }) => ({
      version,
      faults: faults.filter((ranges) => isInRanges(ecosystem, ranges, version)).length,
    }));
}

/** The releases of a package and which of them have one fault. */
export interface FaultHistory {
  /** The releases to draw, oldest first; of a long history without the oldest. */
  shown: CountedRelease[];
  /** Number of releases. */
  total: number;
  /** Number of releases with the fault. */
  affected: number;
  /** First and last release with the fault. */
  first: string;
  last: string;
  /** The release after the last one with the fault; `undefined` if there is none yet. */
  firstUnaffected: string | undefined;
  newest: string;
}

/** Number of bars that can be distinguished on a phone. */
const MAX_SHOWN = 150;

/** Number of releases before the fault that are always drawn, to show that it was introduced. */
const SHOWN_BEFORE = 10;

/** Returns the history of one fault in a package; `undefined` if no known release has it. */
export function faultHistory(
  ecosystem: Ecosystem,
  releases: readonly Release[],
  ranges: FaultRanges,
): FaultHistory | undefined {
  const counted = countFaults(ecosystem, releases, [ranges]);
  const isAffected = ({ faults }: CountedRelease) => faults > 0;
  const begin = counted.findIndex(isAffected);
  const end = counted.findLastIndex(isAffected);
  const [first, last, newest] = [counted[begin], counted[end], counted.at(-1)];
  if (!first || !last || !newest) return undefined;
  return {
    shown: counted.slice(Math.max(0, Math.min(begin - SHOWN_BEFORE, counted.length - MAX_SHOWN))),
    total: counted.length,
    affected: counted.filter(isAffected).length,
    first: first.version,
    last: last.version,
    firstUnaffected: counted[end + 1]?.version,
    newest: newest.version,
  };
}
