import { isInRanges } from '../affected/evaluate-package.ts';
import type { AffectedRange } from '../facts/facts.ts';
import type { Release } from './releases.ts';
import { isPrerelease } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** A release that one gets by its number alone, and how many faults it has. */
export interface CountedRelease {
  version: string;
  faults: number;
}

/** Ranges of one package that one fault has. */
export type FaultRanges = readonly Pick<AffectedRange, 'introduced' | 'fixed'>[];

/**
 * The releases of a package with the number of faults in each, oldest first. Pre-releases and withdrawn releases are
 * left out: nobody gets them without asking.
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

/** What a picture of one fault's releases says, for its words. */
export interface FaultHistory {
  /** The releases to be drawn, oldest first: of a long history not those before the fault. */
  shown: CountedRelease[];
  /** How many releases there are. */
  total: number;
  /** How many of them have the fault. */
  affected: number;
  first: string;
  last: string;
  /** The first release after those that have it; absent where there is none yet. */
  firstFree: string | undefined;
  newest: string;
}

/** As many bars are still told apart on a phone. */
const SHOWN = 150;

/** Releases before the fault that are always drawn: one sees that it was not always there. */
const BEFORE = 10;

/** The releases of a package as one fault sees them; `undefined` where no release is known or none has it. */
export function faultHistory(
  ecosystem: Ecosystem,
  releases: readonly Release[],
  ranges: FaultRanges,
): FaultHistory | undefined {
  const counted = countFaults(ecosystem, releases, [ranges]);
  const affected = counted.filter(({ faults }) => faults > 0);
  const first = affected[0]?.version;
  const last = affected.at(-1)?.version;
  const newest = counted.at(-1)?.version;
  if (first === undefined || last === undefined || newest === undefined) return undefined;
  const isAffected = ({ faults }: CountedRelease) => faults > 0;
  const begin = counted.findIndex(isAffected);
  const end = counted.findLastIndex(isAffected);
  return {
    shown: counted.slice(Math.max(0, Math.min(begin - BEFORE, counted.length - SHOWN))),
    total: counted.length,
    affected: affected.length,
    first,
    last,
    firstFree: counted[end + 1]?.version,
    newest,
  };
}

/** The newest of those releases that have fewest faults; `undefined` where there is no release. */
export function fewestFaults(releases: readonly CountedRelease[]): CountedRelease | undefined {
  const fewest = Math.min(...releases.map(({ faults }) => faults));
  return releases.findLast(({ faults }) => faults === fewest);
}
