import type { AuditFault } from '../../audit/audit-fault.ts';
import { auditJsonPath, localizedPath } from '../../domain/addresses/addresses.ts';
import { evaluateFault, type Verdict } from '../../domain/affected/evaluate-fault.ts';
import { cacheUntilFailure } from '../shared/async.ts';
import type { StoredMachine } from '../shared/machine-store.ts';
import { siteBase, siteLocale } from '../shared/site.ts';

/** Fetches the faults that an environment is compared with; rejects when they cannot be loaded. */
export const loadFaults = cacheUntilFailure(async (): Promise<readonly AuditFault[]> => {
  const response = await fetch(siteBase() + localizedPath(auditJsonPath, siteLocale()));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as AuditFault[];
});

/** Evaluates every fault for a machine; the verdicts are keyed by the id of the fault. */
export async function evaluateAllFaults(
  machine: StoredMachine,
): Promise<ReadonlyMap<string, Verdict>> {
  const faults = await loadFaults();
  // A paste or a form names some of the installed packages.
  const known = { ...machine, isComplete: false };
  return new Map(faults.map((fault) => [fault.id, evaluateFault(fault, known).verdict]));
}
