import { auditEnvironment } from '../../audit/audit-environment.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { knownFacts, applyMachine } from '../shared/machine-store.ts';
import { showAudit } from './audit-view.ts';
import { loadFaults } from './fault-facts.ts';

/**
 * Reads an environment from a text, audits it, shows the result, and makes it the reader's machine. No request contains
 * the text.
 *
 * @param area the section of the page for the result
 * @param isFromAddress whether a part of the text came from the address of the page
 * @returns the headline, to be announced
 * @throws Error when the facts of the faults cannot be loaded
 */
export async function auditPaste(
  text: string,
  area: HTMLElement,
  isFromAddress: boolean,
): Promise<string> {
  const inventory = readInventory([{ text }]);
  const report = auditEnvironment(inventory, await loadFaults());
  applyMachine({ ...knownFacts(inventory), packages: inventory.packages }, isFromAddress);
  return showAudit(area, inventory, report);
}
