import type { AffectedRange } from '../facts/affected-schema.ts';
import type { Package } from '../versions/package-name.ts';
import { readVersion } from '../versions/read-version.ts';
import { compareVersions, describeGrammar } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';
import type { Condition, Partner } from './evaluate-condition.ts';
import type { VerdictReason } from './verdict-reason.ts';

/**
 * Whether one package has a fault. `compatible`: its version works with what is installed beside it. `depends`: whether it
 * does is unknown.
 */
export type PackageVerdict =
  'affected' | 'fixed' | 'older' | 'compatible' | 'depends' | 'unknown' | 'absent' | 'invalid';

/** One package of a fault with its installed version. */
export interface PackageEvaluation extends Package {
  /** As it was entered, without prefixes such as `==`; absent if unknown. */
  version?: string;
  verdict: PackageVerdict;
  /** The versions with which an affected version fails; absent if the version itself has the fault. */
  beside?: readonly Partner[];
  /** The first later version without the fault; absent if none is known. */
  moveTo?: string;
  /** Describes a valid version, if this one is invalid. */
  allowed?: string;
  /** The facts that `depends` depends on. */
  missing?: readonly VerdictReason[];
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

type ConditionalRange = FaultRanges[number] & { condition: Condition };

/**
 * Evaluates whether a version of a package has a fault, in the version order of its ecosystem: a pre-release of `fixed`
 * is still affected.
 *
 * @param ranges of this package only
 * @param text the version as it was entered or read; `undefined` if unknown
 */
export function evaluatePackage(
  { ecosystem, name }: Package,
  ranges: readonly ConditionalRange[],
  text: string | undefined,
): PackageEvaluation {
  const met = ranges.filter(({ condition }) => condition.state === 'met');
  const possible = ranges.filter(({ condition }) => condition.state !== 'unmet');
  if (text === undefined || text.trim() === '') {
    return { ecosystem, name, verdict: possible.length > 0 ? 'unknown' : 'compatible' };
  }
  const version = readVersion(ecosystem, text);
  if (version === undefined) {
    const allowed = describeGrammar(ecosystem);
    return { ecosystem, name, version: text.trim(), verdict: 'invalid', allowed };
  }
  const isWithin = (own: FaultRanges) => isInRanges(ecosystem, own, version);
  const found = { ecosystem, name, version };
  if (isWithin(met)) {
    const beside = met.flatMap(({ condition, ...range }) =>
      condition.state === 'met' && isWithin([range]) ? condition.beside : [],
    );
    const moveTo = nextOutside(ecosystem, met, version);
    return {
      ...found,
      verdict: 'affected',
      ...(beside.length > 0 && { beside }),
      ...(moveTo !== undefined && { moveTo }),
    };
  }
  if (isWithin(possible)) {
    const missing = possible.flatMap(({ condition, ...range }) =>
      condition.state === 'unknown' && isWithin([range]) ? condition.missing : [],
    );
    return { ...found, verdict: 'depends', missing };
  }
  if (isWithin(ranges)) return { ...found, verdict: 'compatible' };
  const isFixed = ranges.some(
    ({ fixed }) => fixed !== undefined && compareVersions(ecosystem, fixed, version) <= 0,
  );
  return { ...found, verdict: isFixed ? 'fixed' : 'older' };
}

/** Returns the first end of a range after an affected version that no range contains. */
function nextOutside(
  ecosystem: Ecosystem,
  ranges: FaultRanges,
  version: string,
): string | undefined {
  return ranges
    .flatMap(({ fixed }) => fixed ?? [])
    .sort((a, b) => compareVersions(ecosystem, a, b))
    .find(
      (end) => compareVersions(ecosystem, end, version) > 0 && !isInRanges(ecosystem, ranges, end),
    );
}
