import { evaluatePackage, type PackageEvaluation } from './evaluate-package.ts';
import { reachesBuild } from '../versions/builds.ts';
import type { AffectedRange, Facts } from '../facts/facts.ts';
import { packageKey } from '../versions/package-name.ts';
import {
  isBeyond,
  narrowsPython,
  nextOutside,
  pythonGrammar,
  pythonReach,
  readPython,
  type PythonRelease,
} from '../versions/python-release.ts';
import { platforms, type Build, type Ecosystem, type Platform } from '../vocabulary.ts';

/** A package that is installed. */
export interface MachinePackage {
  /** Absent where it is not known: then its name alone decides. */
  ecosystem?: Ecosystem;
  name: string;
  /** Absent where only the name is known. */
  version?: string;
}

/** What is known of a reader's machine. */
export interface Machine {
  /** `3.13`, `3.13.4`, `3.13t`, `3.14.0rc1`, as it was typed. */
  python?: string;
  build?: Build;
  platform?: Platform;
  packages: readonly MachinePackage[];
  /** Nothing else is installed than `packages`. */
  isComplete: boolean;
}

/** What of a fault decides. */
export type AffectedFacts = Pick<Facts, 'python'> & {
  platforms: readonly Platform[];
  builds: readonly Build[];
  affected: readonly Facts['affected'][number][];
};

export type Verdict = 'affected' | 'fixed' | 'not-affected' | 'unknown';

/** A fact of the machine that a fault may be narrowed by. */
export type MachineFact = 'python' | 'platform' | 'build';

/** Why a verdict is what it is; whoever shows it finds the words. */
export type VerdictReason =
  /** The fault does not occur with this Python, on this platform, with this build. */
  | { code: 'ruled-out'; by: MachineFact }
  /** What is installed is older than the first version that has the fault. */
  | { code: 'older' }
  /** Nothing of what has the fault is installed. */
  | { code: 'absent' }
  /** The verdict hangs on this; `python-micro`: 3.13 is known, and it hangs on which 3.13. */
  | { code: 'missing'; fact: MachineFact | 'python-micro' }
  | { code: 'missing'; fact: 'version'; ecosystem: Ecosystem; name: string }
  /** The text is no version; `allowed` completes "what would do is ...". */
  | { code: 'invalid'; fact: 'python'; text: string; allowed: string }
  | {
      code: 'invalid';
      fact: 'version';
      ecosystem: Ecosystem;
      name: string;
      text: string;
      allowed: string;
    };

/** The answer to "am I affected?". */
export interface FaultEvaluation {
  verdict: Verdict;
  /** Empty where there is nothing to explain: affected, or fixed. */
  because: VerdictReason[];
  /** One entry a package of the fault, several where it is installed in several versions. */
  packages: PackageEvaluation[];
  /** Of a fault of Python itself: the first later release without it. */
  moveToPython?: string;
}

/** What one fact says: no reason where it lets the fault through. */
type FactAnswer = Extract<VerdictReason, { code: 'ruled-out' | 'missing' | 'invalid' }> | undefined;

/**
 * Says whether a fault affects a machine.
 *
 * Any package within its ranges makes it so, unless Python, platform or build rule the fault out. What is not known
 * makes the verdict `unknown` only where it could change it.
 */
export function evaluateFault(fault: AffectedFacts, machine: Machine): FaultEvaluation {
  const python = machine.python?.trim() ? readPython(machine.python) : undefined;
  const facts = [
    pythonAnswer(fault, machine, python),
    platformAnswer(fault, machine),
    buildAnswer(fault, machine, python),
  ].filter((answer) => answer !== undefined);
  return fault.affected.length === 0
    ? judgePython(fault, python, facts)
    : judgePackages(fault, machine, facts);
}

function pythonAnswer(
  { python: specifier }: AffectedFacts,
  machine: Machine,
  python: PythonRelease | undefined,
): FactAnswer {
  if (python) {
    const reach = pythonReach(specifier, python);
    if (reach === 'part') return { code: 'missing', fact: 'python-micro' };
    return reach === 'none' ? { code: 'ruled-out', by: 'python' } : undefined;
  }
  if (!narrowsPython(specifier)) return undefined;
  const text = machine.python?.trim();
  return text
    ? { code: 'invalid', fact: 'python', text, allowed: pythonGrammar }
    : { code: 'missing', fact: 'python' };
}

function platformAnswer({ platforms: reached }: AffectedFacts, { platform }: Machine): FactAnswer {
  if (platforms.every((name) => reached.includes(name))) return undefined;
  if (platform === undefined) return { code: 'missing', fact: 'platform' };
  return reached.includes(platform) ? undefined : { code: 'ruled-out', by: 'platform' };
}

function buildAnswer(
  { builds }: AffectedFacts,
  { build }: Machine,
  python: PythonRelease | undefined,
): FactAnswer {
  const isReached = reachesBuild(builds, build, python);
  if (isReached === undefined) return { code: 'missing', fact: 'build' };
  return isReached ? undefined : { code: 'ruled-out', by: 'build' };
}

/** A fault of Python itself: its specifier is the range. */
function judgePython(
  { python: specifier }: AffectedFacts,
  python: PythonRelease | undefined,
  facts: readonly VerdictReason[],
): FaultEvaluation {
  const out = facts.filter(({ code }) => code === 'ruled-out');
  const isOutside = out.some((reason) => 'by' in reason && reason.by === 'python');
  if (out.length > 0 && !(isOutside && out.length === 1)) {
    return { verdict: 'not-affected', because: out, packages: [] };
  }
  if (python && isOutside) {
    return isBeyond(specifier, python)
      ? { verdict: 'fixed', because: [], packages: [] }
      : { verdict: 'not-affected', because: [{ code: 'older' }], packages: [] };
  }
  if (facts.length > 0) return { verdict: 'unknown', because: [...facts], packages: [] };
  const moveToPython = python && nextOutside(specifier, python);
  return {
    verdict: 'affected',
    because: [],
    packages: [],
    ...(moveToPython !== undefined && { moveToPython }),
  };
}

function judgePackages(fault: AffectedFacts, machine: Machine, facts: readonly VerdictReason[]): FaultEvaluation {
  const packages = packageAnswers(fault, machine);
  const has = (...verdicts: PackageEvaluation['verdict'][]) =>
    packages.some(({ verdict }) => verdicts.includes(verdict));

  const out = facts.filter(({ code }) => code === 'ruled-out');
  if (out.length > 0) return { verdict: 'not-affected', because: out, packages };
  if (has('affected')) {
    return { verdict: facts.length > 0 ? 'unknown' : 'affected', because: [...facts], packages };
  }
  if (has('unknown', 'invalid')) {
    return { verdict: 'unknown', because: [...facts, ...versionReasons(packages)], packages };
  }
  if (has('fixed')) return { verdict: 'fixed', because: [], packages };
  const code = has('older') ? 'older' : 'absent';
  return { verdict: 'not-affected', because: [{ code }], packages };
}

function versionReasons(packages: readonly PackageEvaluation[]): VerdictReason[] {
  return packages.flatMap(({ ecosystem, name, version = '', verdict, allowed = '' }): VerdictReason[] => {
    if (verdict === 'unknown') return [{ code: 'missing', fact: 'version', ecosystem, name }];
    if (verdict !== 'invalid') return [];
    return [{ code: 'invalid', fact: 'version', ecosystem, name, text: version, allowed }];
  });
}

/** The ranges of each package of a fault, in the order in which the fault names them. */
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

/** What is installed of each package of the fault, in the order in which the fault names them. */
function packageAnswers({ affected }: AffectedFacts, machine: Machine): PackageEvaluation[] {
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
