import { evaluateFault } from '../../domain/affected/evaluate-fault.ts';
import { versionLine, type VersionLine } from '../../i18n/version-line.ts';
import { loadFaults } from '../audit/fault-facts.ts';
import type { StoredMachine } from '../shared/machine-store.ts';
import { siteLocale } from '../shared/site.ts';

/**
 * Evaluates a fault for the versions that a paste shows; rejects when the facts cannot be loaded.
 *
 * @returns `undefined` for a fault that the facts do not have
 */
export async function evaluateVersions(
  id: string,
  machine: StoredMachine,
): Promise<VersionLine | undefined> {
  const fault = (await loadFaults()).find((one) => one.id === id);
  if (!fault) return undefined;
  // A paste names some of the installed packages.
  const evaluation = evaluateFault(fault, { ...machine, isComplete: false });
  return versionLine(evaluation, machine.python, siteLocale());
}
