import { evaluateFault } from '../../domain/affected/evaluate-fault.ts';
import { versionLine, type VersionLine } from '../../i18n/version-line.ts';
import { loadFacts } from '../audit/fault-facts.ts';
import type { StoredMachine } from '../shared/machine-store.ts';
import { siteLocale } from '../shared/site.ts';

/** Evaluates a fault for the versions that a paste shows; rejects when its facts cannot be loaded. */
export async function evaluateVersions(id: string, machine: StoredMachine): Promise<VersionLine> {
  const fault = await loadFacts(id);
  // A paste names some of the installed packages.
  const evaluation = evaluateFault(fault, { ...machine, isComplete: false });
  return versionLine(evaluation, machine.python, siteLocale());
}
