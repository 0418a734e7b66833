import { evaluateCondition, installedVersions } from './evaluate-condition.ts';
import { evaluatePackage, type PackageEvaluation } from './evaluate-package.ts';
import { affectsBuild } from '../versions/builds.ts';
import type { Facts } from '../facts/facts.ts';
import type { Machine } from './machine.ts';
import type { VerdictReason } from './verdict-reason.ts';
import type { AffectedRange } from '../facts/affected-schema.ts';
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
import { platforms, type Build, type Platform } from '../vocabulary.ts';

/** The facts that decide whether a fault affects a machine. */
export type AffectedFacts = Pick<Facts, 'cause' | 'python'> & {
  platforms: readonly Platform[];
  builds: readonly Build[];
  affected: readonly AffectedRange[];
};

/** `possible`: no release has the fault, but it can occur on the machine. */
export type Verdict = 'affected' | 'fixed' | 'not-affected' | 'unknown' | 'possible';

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
 * Evaluates whether a fault affects a machine. A fault of the environment or of the reader's code can occur unless Python,
 * platform or build rule it out. Any other fault affects the machine if any of its packages is installed in an
 * affected version and neither Python nor platform nor build rules the fault out. An unknown fact makes the verdict `unknown` only if it could
 * change the verdict.
 */
export function evaluateFault(fault: AffectedFacts, machine: Machine): FaultEvaluation {
  const python = machine.python?.trim() ? readPython(machine.python) : undefined;
  const reasons = [
    pythonReason(fault, machine, python),
    platformReason(fault, machine),
    buildReason(fault, machine, python),
  ].filter((reason) => reason !== undefined);
  if (fault.cause === 'environment' || fault.cause === 'usage') {
    const ruledOut = reasons.filter(({ code }) => code === 'ruled-out');
    return ruledOut.length > 0
      ? { verdict: 'not-affected', because: ruledOut, packages: [] }
      : { verdict: 'possible', because: [], packages: [] };
  }
  return fault.affected.length === 0
    ? evaluatePythonFault(fault, python, reasons)
    : evaluatePackageFault(fault, machine, python, reasons);
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
  python: PythonRelease | undefined,
  reasons: readonly VerdictReason[],
): FaultEvaluation {
  const packages = evaluatePackages(fault.affected, machine, python);
  const has = (...verdicts: PackageEvaluation['verdict'][]) =>
    packages.some(({ verdict }) => verdicts.includes(verdict));

  const ruledOut = reasons.filter(({ code }) => code === 'ruled-out');
  if (ruledOut.length > 0) return { verdict: 'not-affected', because: ruledOut, packages };
  if (has('affected')) {
    const verdict = reasons.length > 0 ? 'unknown' : 'affected';
    return { verdict, because: [...reasons], packages };
  }
  if (has('unknown', 'depends', 'invalid')) {
    const because = uniqueReasons([...reasons, ...packages.flatMap(versionReasons)]);
    return { verdict: 'unknown', because, packages };
  }
  if (has('fixed')) return { verdict: 'fixed', because: [], packages };
  const code = has('compatible') ? 'compatible' : has('older') ? 'older' : 'absent';
  return { verdict: 'not-affected', because: [{ code }], packages };
}

function versionReasons(evaluation: PackageEvaluation): VerdictReason[] {
  const { ecosystem, name, version = '', verdict, allowed = '', missing = [] } = evaluation;
  if (verdict === 'unknown') return [{ code: 'missing', fact: 'version', ecosystem, name }];
  if (verdict === 'depends') return [...missing];
  if (verdict !== 'invalid') return [];
  return [{ code: 'invalid', fact: 'version', ecosystem, name, text: version, allowed }];
}

function uniqueReasons(reasons: readonly VerdictReason[]): VerdictReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
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
function evaluatePackages(
  affected: readonly AffectedRange[],
  machine: Machine,
  python: PythonRelease | undefined,
): PackageEvaluation[] {
  return [...rangesByPackage(affected).values()].flatMap((own) => {
    const [{ ecosystem, package: name }] = own;
    const installed = installedVersions(machine, { ecosystem, name });
    if (installed.length === 0 && machine.isComplete) {
      return [{ ecosystem, name, verdict: 'absent' as const }];
    }
    const ranges = own.map((range) => ({
      ...range,
      condition: evaluateCondition(range, machine, python),
    }));
    const versions = new Set(installed.length === 0 ? [undefined] : installed);
    return [...versions].map((version) => evaluatePackage({ ecosystem, name }, ranges, version));
  });
}
