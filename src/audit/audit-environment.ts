import { evaluateFault, type FaultEvaluation } from '../domain/affected/evaluate-fault.ts';
import type { MachineFact, VerdictReason } from '../domain/affected/verdict-reason.ts';
import type { PackageEvaluation } from '../domain/affected/evaluate-package.ts';
import { compareSeverity } from '../domain/facts/severity.ts';
import { readVersion } from '../domain/versions/read-version.ts';
import { ecosystems, type Ecosystem, type Symptom } from '../domain/vocabulary.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';
import type { AuditFault } from './audit-fault.ts';
import { auditKey, faultKeys, installedKeys, isOfPython } from './fault-keys.ts';
import type { Inventory, InventoryPackage, Place } from './inventory/inventory.ts';

/** An installed package of a fault, and where it is listed. */
export interface AuditedPackage extends PackageEvaluation {
  places: readonly Place[];
}

/** A fault that affects the environment or may affect it. */
export interface AuditFinding {
  fault: AuditFault;
  /** `unknown` if a fact is missing, see `because`. */
  verdict: 'affected' | 'unknown';
  because: readonly VerdictReason[];
  /** The installed packages of the fault; empty for a fault of Python itself. */
  packages: readonly AuditedPackage[];
  /** The first later release of Python without a fault of Python itself; absent if none is known. */
  moveToPython?: string;
  /** Installed packages whose users meet the fault without knowing its project. */
  seenIn: readonly string[];
}

export interface AuditReport {
  /** Worst symptom first, then certain before unknown, then by id. */
  findings: AuditFinding[];
  /**
   * Faults that concern the installed packages without affecting them: no release has the fault, or it occurs while a
   * package is built that is installed already. In the order of the faults.
   */
  possible: AuditFault[];
  /**
   * Number of faults of installed versions that do not occur in this environment, by the first fact that rules them out.
   */
  ruledOut: Record<MachineFact, number>;
  /** Number of faults that are fixed in the installed versions. */
  fixed: number;
}

/** The part of an inventory that is audited. */
export type AuditedEnvironment = Pick<Inventory, 'python' | 'build' | 'platform' | 'packages'>;

/**
 * Evaluates every fault of the installed packages, and every fault of Python itself if its version is known. Packages that
 * are not listed count as not installed.
 */
export function auditEnvironment(
  environment: AuditedEnvironment,
  faults: readonly AuditFault[],
): AuditReport {
  const installed = new Installed(environment.packages);
  const report: AuditReport = {
    findings: [],
    possible: [],
    ruledOut: { python: 0, platform: 0, build: 0 },
    fixed: 0,
  };
  for (const fault of faults) {
    const packages = installed.of(fault);
    const isTouched = isOfPython(fault) ? !!environment.python : packages.length > 0;
    if (!isTouched) continue;
    const answer = evaluate(fault, packages, environment);
    const { verdict, because, moveToPython } = answer;
    if (verdict === 'fixed') report.fixed += 1;
    else if (verdict === 'not-affected') countRuledOut(report, answer);
    else if (verdict === 'possible' || isBuildFault(fault, answer)) report.possible.push(fault);
    else {
      report.findings.push({
        fault,
        verdict,
        because,
        packages: installed.placesOf(answer.packages),
        ...(moveToPython !== undefined && { moveToPython }),
        seenIn: installed.seenIn(fault),
      });
    }
  }
  report.findings.sort(compareFindings);
  return report;
}

/**
 * Evaluates a fault. If only packages that may not be installed have it, the verdict depends on the facts of their
 * environment markers.
 */
function evaluate(
  fault: AuditFault,
  packages: readonly InventoryPackage[],
  environment: AuditedEnvironment,
): FaultEvaluation {
  const evaluateWith = (some: readonly InventoryPackage[]) =>
    evaluateFault(fault, { ...environment, packages: some, isComplete: true });
  const answer = evaluateWith(packages);
  const missing = new Set(packages.flatMap(({ dependsOn = [] }) => dependsOn));
  if (answer.verdict !== 'affected' || missing.size === 0) return answer;
  const certain = evaluateWith(packages.filter(({ dependsOn }) => dependsOn === undefined));
  if (certain.verdict === 'affected') return certain;
  const because = [...missing].map((fact): VerdictReason => {
    const isMicro = fact === 'python' && environment.python !== undefined;
    return { code: 'missing', fact: isMicro ? 'python-micro' : fact };
  });
  return { ...answer, verdict: 'unknown', because };
}

const BUILD_SYMPTOMS: readonly Symptom[] = ['build-error', 'link-error'];

/** True for a fault of building packages that are installed already. Crates are always built from source. */
function isBuildFault({ symptom }: AuditFault, { packages }: FaultEvaluation): boolean {
  return (
    BUILD_SYMPTOMS.includes(symptom) &&
    packages.length > 0 &&
    packages.every(({ ecosystem }) => ecosystem === 'PyPI')
  );
}

function compareFindings(a: AuditFinding, b: AuditFinding): number {
  return (
    compareSeverity(a.fault.symptom, b.fault.symptom) ||
    Number(a.verdict === 'unknown') - Number(b.verdict === 'unknown') ||
    compareIds(a.fault.id, b.fault.id)
  );
}

/** Counts a fault as ruled out only if the installed versions have it: an older version or a fixed one does not. */
function countRuledOut(report: AuditReport, { because, packages }: FaultEvaluation): void {
  const [first] = because;
  if (first?.code !== 'ruled-out') return;
  const isElsewhere =
    packages.length === 0 || packages.some(({ verdict }) => verdict === 'affected');
  if (isElsewhere) report.ruledOut[first.by] += 1;
  else if (packages.some(({ verdict }) => verdict === 'fixed')) report.fixed += 1;
}

/** The packages of an environment, indexed by name. */
class Installed {
  readonly #byKey = new Map<string, InventoryPackage[]>();
  /** By ecosystem, name and version. */
  readonly #places = new Map<string, Place[]>();

  constructor(packages: readonly InventoryPackage[]) {
    for (const one of packages) {
      const { name, version = '', places } = one;
      for (const key of installedKeys(one)) push(this.#byKey, key, [one]);
      for (const ecosystem of one.ecosystem ? [one.ecosystem] : ecosystems) {
        push(this.#places, placeKey(ecosystem, name, version), places);
      }
    }
  }

  /** Returns the installed packages of a fault, and those that they are combined with. */
  of(fault: AuditFault): InventoryPackage[] {
    return [...new Set([...faultKeys(fault)].flatMap((key) => this.#byKey.get(key) ?? []))];
  }

  /** Adds the places to the evaluations of installed packages. */
  placesOf(evaluations: readonly PackageEvaluation[]): AuditedPackage[] {
    return evaluations
      .filter(({ verdict }) => verdict !== 'absent')
      .map((evaluation) => {
        const { ecosystem, name, version = '' } = evaluation;
        return {
          ...evaluation,
          places: this.#places.get(placeKey(ecosystem, name, version)) ?? [],
        };
      });
  }

  seenIn({ seen_in = [] }: AuditFault): string[] {
    return seen_in.filter((name) => this.#byKey.has(auditKey('PyPI', name)));
  }
}

function push<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  const known = map.get(key);
  if (known) known.push(...values);
  else map.set(key, [...values]);
}

/** Evaluations have versions without prefixes such as `==`. */
function placeKey(ecosystem: Ecosystem, name: string, version: string): string {
  return `${auditKey(ecosystem, name)} ${readVersion(ecosystem, version) ?? version.trim()}`;
}
