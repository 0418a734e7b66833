import type { AffectedRange } from '../facts/facts.ts';
import { readVersion } from '../versions/read-version.ts';
import { compareVersions, describeGrammar } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** What one package says to a fault. */
export type PackageVerdict = 'affected' | 'fixed' | 'older' | 'unknown' | 'absent' | 'invalid';

/** One package of a fault, and what the machine has of it. */
export interface PackageEvaluation {
  ecosystem: Ecosystem;
  /** As the fault names it. */
  name: string;
  /** As it was given, without what was copied along; absent where it is not known. */
  version?: string;
  verdict: PackageVerdict;
  /** The first later version that is free of the fault; absent where none is known. */
  moveTo?: string;
  /** Of an invalid version: what would be valid. */
  allowed?: string;
}

type Range = Pick<AffectedRange, 'introduced' | 'fixed'>;

/** True for a version in one of the ranges of its package. */
export function isInRanges(
  ecosystem: Ecosystem,
  ranges: readonly Range[],
  version: string,
): boolean {
  const compare = (a: string, b: string) => compareVersions(ecosystem, a, b);
  return ranges.some(
    ({ introduced, fixed }) =>
      (introduced === undefined || compare(version, introduced) >= 0) &&
      (fixed === undefined || compare(version, fixed) < 0),
  );
}

/**
 * Holds a version against the ranges of one package. Several ranges are a union, as in the OSV schema: `introduced` is
 * within, `fixed` is not, in the order of the ecosystem (so a pre-release of `fixed` is still affected).
 *
 * @param ranges of this package only
 * @param text the version as it was typed or read
 */
export function evaluatePackage(
  ecosystem: Ecosystem,
  name: string,
  ranges: readonly Range[],
  text: string | undefined,
): PackageEvaluation {
  if (text === undefined || text.trim() === '') return { ecosystem, name, verdict: 'unknown' };
  const version = readVersion(ecosystem, text);
  if (version === undefined) {
    const allowed = describeGrammar(ecosystem);
    return { ecosystem, name, version: text.trim(), verdict: 'invalid', allowed };
  }
  const compare = (a: string, b: string) => compareVersions(ecosystem, a, b);
  const isWithin = (candidate: string) => isInRanges(ecosystem, ranges, candidate);
  const ends = ranges.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed])).sort(compare);
  if (!isWithin(version)) {
    const isFixed = ends.some((end) => compare(end, version) <= 0);
    return { ecosystem, name, version, verdict: isFixed ? 'fixed' : 'older' };
  }
  const moveTo = ends.find((end) => compare(end, version) > 0 && !isWithin(end));
  return {
    ecosystem,
    name,
    version,
    verdict: 'affected',
    ...(moveTo !== undefined && { moveTo }),
  };
}
