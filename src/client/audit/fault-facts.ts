import type { AuditedEnvironment } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import { auditedProjects, type AuditTable } from '../../audit/audit-table.ts';
import {
  articleJsonPath,
  auditFactsPath,
  auditPartPath,
  auditTablePath,
  localizedPath,
} from '../../domain/addresses/addresses.ts';
import {
  evaluateFault,
  type AffectedFacts,
  type Verdict,
} from '../../domain/affected/evaluate-fault.ts';
import { compareIds } from '../../domain/facts/compare-ids.ts';
import { cacheUntilFailure } from '../shared/async.ts';
import type { StoredMachine } from '../shared/machine-store.ts';
import { siteBase, siteLocale } from '../shared/site.ts';

const loaders = new Map<string, () => Promise<unknown>>();

/** Fetches a JSON file of the site once; rejects when it cannot be loaded. */
async function load<T>(path: string): Promise<T> {
  const loader =
    loaders.get(path) ??
    cacheUntilFailure(async () => {
      const response = await fetch(siteBase() + path);
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      return (await response.json()) as unknown;
    });
  loaders.set(path, loader);
  return (await loader()) as T;
}

/** Fetches the faults that can be in the audit of an environment, by id; rejects when they cannot be loaded. */
export async function loadFaultsOf(
  environment: Pick<AuditedEnvironment, 'packages' | 'python'>,
): Promise<AuditFault[]> {
  const table = await load<AuditTable>(auditTablePath);
  const parts = await Promise.all(
    auditedProjects(table, environment).map((project) =>
      load<AuditFault[]>(localizedPath(auditPartPath(project), siteLocale())),
    ),
  );
  return parts.flat().sort((a, b) => compareIds(a.id, b.id));
}

/** Fetches the facts that decide whether a fault affects a machine; rejects when they cannot be loaded. */
export const loadFacts = (id: string) => load<AffectedFacts>(articleJsonPath(id));

/** Evaluates every fault for a machine; the verdicts are keyed by the id of the fault. */
export async function evaluateAllFaults(
  machine: StoredMachine,
): Promise<ReadonlyMap<string, Verdict>> {
  const faults = await load<Record<string, AffectedFacts>>(auditFactsPath);
  // A paste or a form names some of the installed packages.
  const known = { ...machine, isComplete: false };
  return new Map(
    Object.entries(faults).map(([id, facts]) => [id, evaluateFault(facts, known).verdict]),
  );
}
