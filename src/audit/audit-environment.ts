import {
  evaluateFault,
  type FaultEvaluation,
  type MachineFact,
  type VerdictReason,
} from '../domain/affected/evaluate-fault.ts';
import type { PackageEvaluation } from '../domain/affected/evaluate-package.ts';
import { packageKey } from '../domain/versions/package-name.ts';
import { compareSeverity } from '../domain/facts/severity.ts';
import { readVersion } from '../domain/versions/read-version.ts';
import { ecosystems, type Ecosystem } from '../domain/vocabulary.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';
import type { AuditFault } from './audit-fault.ts';
import type { Inventory, InventoryPackage, Place } from './inventory/inventory.ts';

/** A package of a fault as it is installed, and where that stands. */
export interface AuditedPackage extends PackageEvaluation {
  places: readonly Place[];
}

/** A fault that affects the machine, or may. */
export interface AuditFinding {
  fault: AuditFault;
  /** `unknown` where something is missing, see `because`. */
  verdict: 'affected' | 'unknown';
  because: readonly VerdictReason[];
  /** What is installed of the fault's packages; empty for a fault of Python itself. */
  packages: readonly AuditedPackage[];
  /** Of a fault of Python itself: the first later release without it. */
  moveToPython?: string;
  /** Those installed packages in which readers meet the fault without knowing its project. */
  seenIn: readonly string[];
}

/** What an audit says of an environment. */
export interface AuditReport {
  /** Worst symptom first, then those that are certain, then by id. */
  findings: AuditFinding[];
  /**
   * How many faults of installed versions do not occur there, by the first fact that rules them out: each is counted
   * once.
   */
  ruledOut: Record<MachineFact, number>;
  /** How many faults the installed versions no longer have. */
  fixed: number;
}

/** What of an inventory is audited. */
export type AuditedEnvironment = Pick<Inventory, 'python' | 'build' | 'platform' | 'packages'>;

/**
 * Every fault that touches what is installed.
 *
 * Faults of Python itself are looked for where a Python is known. Packages that are not listed are taken for not
 * installed: nobody asked about them.
 */
export function auditEnvironment(
  environment: AuditedEnvironment,
  faults: readonly AuditFault[],
): AuditReport {
  const installed = new Installed(environment.packages);
  const report: AuditReport = {
    findings: [],
    ruledOut: { python: 0, platform: 0, build: 0 },
    fixed: 0,
  };
  for (const fault of faults) {
    const packages = installed.of(fault);
    const isTouched = fault.affected.length > 0 ? packages.length > 0 : !!environment.python;
    if (!isTouched) continue;
    const answer = evaluateFault(fault, { ...environment, packages, isComplete: true });
    const { verdict, because, moveToPython } = answer;
    if (verdict === 'fixed') report.fixed += 1;
    else if (verdict === 'not-affected') countRuledOut(report, answer);
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

function compareFindings(a: AuditFinding, b: AuditFinding): number {
  return (
    compareSeverity(a.fault.symptom, b.fault.symptom) ||
    Number(a.verdict === 'unknown') - Number(b.verdict === 'unknown') ||
    compareIds(a.fault.id, b.fault.id)
  );
}

/** A fault whose packages are older, or fixed, is not hidden by anything: they do not have it. */
function countRuledOut(report: AuditReport, { because, packages }: FaultEvaluation): void {
  const [first] = because;
  if (first?.code !== 'ruled-out') return;
  const isElsewhere =
    packages.length === 0 || packages.some(({ verdict }) => verdict === 'affected');
  if (isElsewhere) report.ruledOut[first.by] += 1;
  else if (packages.some(({ verdict }) => verdict === 'fixed')) report.fixed += 1;
}

/** The packages of an environment by their names: faults are many, and so are packages. */
class Installed {
  readonly #byKey = new Map<string, InventoryPackage[]>();
  /** By name and version. */
  readonly #places = new Map<string, Place[]>();

  constructor(packages: readonly InventoryPackage[]) {
    for (const one of packages) {
      for (const ecosystem of one.ecosystem ? [one.ecosystem] : ecosystems) {
        const { name, version = '', places } = one;
        push(this.#byKey, keyOf(ecosystem, name), [one]);
        push(this.#places, placeKey(ecosystem, name, version), places);
      }
    }
  }

  /** What is installed of the packages of a fault. */
  of({ affected }: AuditFault): InventoryPackage[] {
    const keys = new Set(affected.map(({ ecosystem, package: name }) => keyOf(ecosystem, name)));
    return [...new Set([...keys].flatMap((key) => this.#byKey.get(key) ?? []))];
  }

  /** The answers for what is installed, with its places. */
  placesOf(answers: readonly PackageEvaluation[]): AuditedPackage[] {
    return answers
      .filter(({ verdict }) => verdict !== 'absent')
      .map((answer) => {
        const { ecosystem, name, version = '' } = answer;
        return { ...answer, places: this.#places.get(placeKey(ecosystem, name, version)) ?? [] };
      });
  }

  seenIn({ seen_in = [] }: AuditFault): string[] {
    return seen_in.filter((name) => this.#byKey.has(keyOf('PyPI', name)));
  }
}

function push<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  const known = map.get(key);
  if (known) known.push(...values);
  else map.set(key, [...values]);
}

function keyOf(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem} ${packageKey(ecosystem, name)}`;
}

/** Answers name versions without what was copied along with them. */
function placeKey(ecosystem: Ecosystem, name: string, version: string): string {
  return `${keyOf(ecosystem, name)} ${readVersion(ecosystem, version) ?? version.trim()}`;
}
