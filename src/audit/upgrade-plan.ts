import { packageKey } from '../domain/versions/package-name.ts';
import { compareVersions } from '../domain/versions/versions.ts';
import type { Ecosystem } from '../domain/vocabulary.ts';
import {
  auditEnvironment,
  type AuditedEnvironment,
  type AuditFinding,
} from './audit-environment.ts';
import type { AuditFault } from './audit-fault.ts';

/** One package of a plan. */
export interface Upgrade {
  ecosystem: Ecosystem;
  /** As it is listed. */
  name: string;
  installed: string;
  /** The first version without the faults in `clears`. */
  to: string;
  /** Ids of the faults that the upgrade clears, together with the other upgrades of the plan; sorted. */
  clears: string[];
}

export interface UpgradePlan {
  /** By name. */
  upgrades: Upgrade[];
  /** Ids of the faults that affect the environment after the upgrades, too; sorted. */
  remaining: string[];
}

/**
 * Maximum number of rounds. Each round raises at least one package to a later end of one of its ranges; the longest chain
 * of the library has four.
 */
const MAX_ROUNDS = 50;

/**
 * Returns the upgrades that clear the findings of an environment. Only packages with a fault are upgraded, each to the
 * first version without one; a fault that an upgrade brings is cleared in the next round.
 */
export function planUpgrades(
  environment: AuditedEnvironment,
  faults: readonly AuditFault[],
): UpgradePlan {
  const before = affectedIds(auditEnvironment(environment, faults).findings);
  let packages = environment.packages;
  const raised = new Map<string, Upgrade>();
  let findings: AuditFinding[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    findings = auditEnvironment({ ...environment, packages }, faults).findings;
    const targets = targetsOf(findings);
    if (targets.size === 0) break;
    packages = packages.map((one) => {
      const target = targets.get(targetKey(one.ecosystem ?? 'PyPI', one.name, one.version));
      if (target === undefined) return one;
      const ecosystem = one.ecosystem ?? 'PyPI';
      const key = packageKey(ecosystem, one.name);
      const { installed = one.version ?? '' } = raised.get(key) ?? {};
      raised.set(key, { ecosystem, name: one.name, installed, to: target, clears: [] });
      return { ...one, version: target };
    });
  }
  const remaining = affectedIds(findings);
  const cleared = before.filter((id) => !remaining.includes(id));
  const touching = new Map(faults.map((fault) => [fault.id, packageKeysOf(fault)]));
  const upgrades = [...raised].map(([key, upgrade]) => ({
    ...upgrade,
    clears: cleared.filter((id) => touching.get(id)?.has(key)),
  }));
  return { upgrades: upgrades.sort((a, b) => (a.name < b.name ? -1 : 1)), remaining };
}

const affectedIds = (findings: readonly AuditFinding[]): string[] =>
  findings
    .filter(({ verdict }) => verdict === 'affected')
    .map(({ fault }) => fault.id)
    .sort();

const targetKey = (ecosystem: Ecosystem, name: string, version = '') =>
  `${ecosystem} ${packageKey(ecosystem, name)} ${version}`;

/** Returns the latest version that any finding asks for, by installed package. */
function targetsOf(findings: readonly AuditFinding[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { verdict, packages } of findings) {
    if (verdict !== 'affected') continue;
    for (const { ecosystem, name, version, moveTo } of packages) {
      if (moveTo === undefined) continue;
      const key = targetKey(ecosystem, name, version);
      const known = targets.get(key);
      if (known === undefined || compareVersions(ecosystem, moveTo, known) > 0)
        targets.set(key, moveTo);
    }
  }
  return targets;
}

const packageKeysOf = ({ affected }: AuditFault): ReadonlySet<string> =>
  new Set(
    affected.flatMap(({ ecosystem, package: name, with: others = [] }) =>
      [name, ...others.map((other) => other.package)].map((one) => packageKey(ecosystem, one)),
    ),
  );
