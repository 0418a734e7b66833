import { evaluatePackage, type PackageEvaluation } from './evaluate-package.ts';
import { affectsBuild } from '../versions/builds.ts';
import type { AffectedRange, Facts } from '../facts/facts.ts';
import { packageKey } from '../versions/package-name.ts';
import {
  isAfterMatch,
  restrictsPython,
  nextUnmatched,
  pythonGrammar,
  pythonCoverage,
  readPython,
  type PythonRelease,
} from '../versions/python-release.ts';
import { platforms, type Build, type Ecosystem, type Platform } from '../vocabulary.ts';

/** A package that is installed. */
export interface MachinePackage {
  /** Absent if unknown; then the name alone is compared. */
  ecosystem?: Ecosystem;
  name: string;
  /** Absent if only the name is known. */
  version?: string;
}

/** Facts about a reader's machine; a missing one is unknown. */
export interface Machine {
  /** `3.13`, `3.13.4`, `3.13t`, `3.14.0rc1`, as it was entered. */
  python?: string;
  build?: Build;
  platform?: Platform;
  packages: readonly MachinePackage[];
  /** True if nothing but `packages` is installed. */
  isComplete: boolean;
}

/** The facts that decide whether a fault affects a machine. */
export type AffectedFacts = Pick<Facts, 'python'> & {
  platforms: readonly Platform[];
  builds: readonly Build[];
  affected: readonly Facts['affected'][number][];
};

export type Verdict = 'affected' | 'fixed' | 'not-affected' | 'unknown';

/** A fact of the machine that a fault may depend on. */
export type MachineFact = 'python' | 'platform' | 'build';

/** The reason for a verdict, for the caller to put into words. */
export type VerdictReason =
  /** The fault does not occur with this Python, on this platform or with this build. */
  | { code: 'ruled-out'; by: MachineFact }
  /** The installed version is older than the first one with the fault. */
  | { code: 'older' }
  /** No affected package is installed. */
  | { code: 'absent' }
  /** The verdict depends on an unknown fact; `python-micro`: 3.13 is known, but not which 3.13. */
  | { code: 'missing'; fact: MachineFact | 'python-micro' }
  | { code: 'missing'; fact: 'version'; ecosystem: Ecosystem; name: string }
  /** The text is not a version; `allowed` describes a valid one. */
  | { code: 'invalid'; fact: 'python'; text: string; allowed: string }
  | {
      code: 'invalid';
      fact: 'version';
      ecosystem: Ecosystem;
      name: string;
      text: string;
      allowed: string;
    };

/** Whether a fault affects a machine, and why. */
export interface FaultEvaluation {
  verdict: Verdict;
  /** Empty for `affected` and `fixed`. */
  because: VerdictReason[];
  /** One entry for each package of the fault, or for each version of it that is installed. */
  packages: PackageEvaluation[];
  /** The first later release of Python without a fault of Python itself; absent if none is known. */
  moveToPython?: string;
}

/** The reason that one fact gives; `undefined` if this fact does not rule the fault out. */
type FactReason = Extract<VerdictReason, { code: 'ruled-out' | 'missing' | 'invalid' }> | undefined;

/**
 * Evaluates whether a fault affects a machine. It does if any of its packages is installed in an affected version and
 * neither Python nor platform nor build rules the fault out. An unknown fact makes the verdict `unknown` only if it could
 * change the verdict.
 */
export function evaluateFault(fault: AffectedFacts, machine: Machine): FaultEvaluation {
  const python = machine.python?.trim() ? readPython(machine.python) : undefined;
  const reasons = [
    pythonReason(fault, machine, python),
    platformReason(fault, machine),
    buildReason(fault, machine, python),
  ].filter((reason) => reason !== undefined);
  return fault.affected.length === 0
    ? evaluatePythonFault(fault, python, reasons)
    : evaluatePackageFault(fault, machine, reasons);
}

function pythonReason(
  { python: specifier }: AffectedFacts,
  machine: Machine,
  python: PythonRelease | undefined,
): FactReason {
  if (python) {
    const coverage = pythonCoverage(specifier, python);
    if (coverage === 'part') return { code: 'missing', fact: 'python-micro' };
    return coverage === 'none' ? { code: 'ruled-out', by: 'python' } : undefined;
  }
  if (!restrictsPython(specifier)) return undefined;
  const text = machine.python?.trim();
  return text
    ? { code: 'invalid', fact: 'python', text, allowed: pythonGrammar }
    : { code: 'missing', fact: 'python' };
}

function platformReason({ platforms: affected }: AffectedFacts, { platform }: Machine): FactReason {
  if (platforms.every((name) => affected.includes(name))) return undefined;
  if (platform === undefined) return { code: 'missing', fact: 'platform' };
  return affected.includes(platform) ? undefined : { code: 'ruled-out', by: 'platform' };
}

function buildReason(
  { builds }: AffectedFacts,
  { build }: Machine,
  python: PythonRelease | undefined,
): FactReason {
  const isAffected = affectsBuild(builds, build, python);
  if (isAffected === undefined) return { code: 'missing', fact: 'build' };
  return isAffected ? undefined : { code: 'ruled-out', by: 'build' };
}

/** Evaluates a fault of Python itself, whose specifier is its range of versions. */
function evaluatePythonFault(
  { python: specifier }: AffectedFacts,
  python: PythonRelease | undefined,
  reasons: readonly VerdictReason[],
): FaultEvaluation {
  const ruledOut = reasons.filter((reason) => reason.code === 'ruled-out');
  const isOutside = ruledOut.some(({ by }) => by === 'python');
  if (ruledOut.length > (isOutside ? 1 : 0)) {
    return { verdict: 'not-affected', because: ruledOut, packages: [] };
  }
  if (python && isOutside) {
    return isAfterMatch(specifier, python)
      ? { verdict: 'fixed', because: [], packages: [] }
      : { verdict: 'not-affected', because: [{ code: 'older' }], packages: [] };
  }
  if (reasons.length > 0) return { verdict: 'unknown', because: [...reasons], packages: [] };
  const moveToPython = python && nextUnmatched(specifier, python);
  return {
    verdict: 'affected',
    because: [],
    packages: [],
    ...(moveToPython !== undefined && { moveToPython }),
  };
}

function evaluatePackageFault(
  fault: AffectedFacts,
  machine: Machine,
  reasons: readonly VerdictReason[],
): FaultEvaluation {
  const packages = evaluatePackages(fault, machine);
  const has = (...verdicts: PackageEvaluation['verdict'][]) =>
    packages.some(({ verdict }) => verdicts.includes(verdict));

  const ruledOut = reasons.filter(({ code }) => code === 'ruled-out');
  if (ruledOut.length > 0) return { verdict: 'not-affected', because: ruledOut, packages };
  if (has('affected')) {
    const verdict = reasons.length > 0 ? 'unknown' : 'affected';
    return { verdict, because: [...reasons], packages };
  }
  if (has('unknown', 'invalid')) {
    return { verdict: 'unknown', because: [...reasons, ...versionReasons(packages)], packages };
  }
  if (has('fixed')) return { verdict: 'fixed', because: [], packages };
  const code = has('older') ? 'older' : 'absent';
  return { verdict: 'not-affected', because: [{ code }], packages };
}

function versionReasons(packages: readonly PackageEvaluation[]): VerdictReason[] {
  return packages.flatMap(
    ({ ecosystem, name, version = '', verdict, allowed = '' }): VerdictReason[] => {
      if (verdict === 'unknown') return [{ code: 'missing', fact: 'version', ecosystem, name }];
      if (verdict !== 'invalid') return [];
      return [{ code: 'invalid', fact: 'version', ecosystem, name, text: version, allowed }];
    },
  );
}

/** Groups the ranges of a fault by package, in the order of the fault. */
export function rangesByPackage(
  affected: readonly AffectedRange[],
): Map<string, [AffectedRange, ...AffectedRange[]]> {
  const ranges = new Map<string, [AffectedRange, ...AffectedRange[]]>();
  for (const range of affected) {
    const key = `${range.ecosystem} ${packageKey(range.ecosystem, range.package)}`;
    const known = ranges.get(key);
    if (known) known.push(range);
    else ranges.set(key, [range]);
  }
  return ranges;
}

/** Evaluates every installed version of the packages of a fault, in the order of the fault. */
function evaluatePackages({ affected }: AffectedFacts, machine: Machine): PackageEvaluation[] {
  return [...rangesByPackage(affected).values()].flatMap((own) => {
    const [{ ecosystem, package: name }] = own;
    const installed = machine.packages.filter(
      (candidate) =>
        (candidate.ecosystem ?? ecosystem) === ecosystem &&
        packageKey(ecosystem, candidate.name) === packageKey(ecosystem, name),
    );
    if (installed.length === 0 && machine.isComplete) {
      return [{ ecosystem, name, verdict: 'absent' as const }];
    }
    const versions = new Set(
      installed.length === 0 ? [undefined] : installed.map(({ version }) => version),
    );
    return [...versions].map((version) => evaluatePackage(ecosystem, name, own, version));
  });
}
