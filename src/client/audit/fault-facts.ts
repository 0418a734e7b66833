import type { AuditFault } from '../../audit/audit-fault.ts';
import { siteBase, siteLocale } from '../shared/dom.ts';
import type { KeptMachine } from '../shared/machine-store.ts';
import { evaluateFault, type Verdict } from '../../domain/affected/evaluate-fault.ts';
import { auditJsonPath, localizedPath } from '../../domain/addresses/addresses.ts';

let faults: Promise<readonly AuditFault[]> | undefined;

/** The faults that an environment is held against; fetched once, again when that failed. */
export function allFaults(): Promise<readonly AuditFault[]> {
  faults ??= fetchFaults().catch((error: unknown) => {
    faults = undefined;
    throw error;
  });
  return faults;
}

async function fetchFaults(): Promise<readonly AuditFault[]> {
  const response = await fetch(siteBase() + localizedPath(auditJsonPath, siteLocale()));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as AuditFault[];
}

/** What each fault says to a machine, by id. */
export async function verdictsFor(machine: KeptMachine): Promise<ReadonlyMap<string, Verdict>> {
  // What a paste or a form said of packages is a part of them.
  const known = { ...machine, isComplete: false };
  return new Map((await allFaults()).map((fault) => [fault.id, evaluateFault(fault, known).verdict]));
}
