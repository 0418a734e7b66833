import type { AffectedRange } from '../facts/facts.ts';
import { readVersion } from '../versions/read-version.ts';
import { compareVersions, describeGrammar } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** Whether one package has a fault. */
export type PackageVerdict = 'affected' | 'fixed' | 'older' | 'unknown' | 'absent' | 'invalid';

/** One package of a fault with its installed version. */
export interface PackageEvaluation {
  ecosystem: Ecosystem;
  /** As in the facts of the fault. */
  name: string;
  /** As it was entered, without prefixes such as `==`; absent if unknown. */
  version?: string;
  verdict: PackageVerdict;
  /** The first later version without the fault; absent if none is known. */
  moveTo?: string;
  /** Describes a valid version, if this one is invalid. */
  allowed?: string;
}

/** The versions of one package that have a fault; several ranges are a union, as in the OSV schema. */
export type FaultRanges = readonly Pick<AffectedRange, 'introduced' | 'fixed'>[];

/** True for a version in one of the ranges: `introduced` is included, `fixed` is not. */
export function isInRanges(ecosystem: Ecosystem, ranges: FaultRanges, version: string): boolean {
  const compare = (a: string, b: string) => compareVersions(ecosystem, a, b);
  return ranges.some(
    ({ introduced, fixed }) =>
      (introduced === undefined || compare(version, introduced) >= 0) &&
      (fixed === undefined || compare(version, fixed) < 0),
  );
}

/**
 * Evaluates whether a version of a package has a fault, in the version order of its ecosystem: a pre-release of `fixed`
 * is still affected.
 *
 * @param ranges of this package only
 * @param text the version as it was entered or read; `undefined` if unknown
 */
export function evaluatePackage(
  ecosystem: Ecosystem,
  name: string,
  ranges: FaultRanges,
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
