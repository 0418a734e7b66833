import { auditEnvironment } from '../../audit/audit-environment.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { knownFacts, storeMachine } from '../shared/machine-store.ts';
import { showAudit } from './audit-view.ts';
import { loadFaults } from './fault-facts.ts';

/**
 * Reads an environment from a text, audits it, shows the result, and stores the environment for this tab. No request
 * contains the text.
 *
 * @param area the section of the page for the result
 * @returns the headline, to be announced
 * @throws Error when the facts of the faults cannot be loaded
 */
export async function auditPaste(text: string, area: HTMLElement): Promise<string> {
  const inventory = readInventory([{ text }]);
  const report = auditEnvironment(inventory, await loadFaults());
  storeMachine({ ...knownFacts(inventory), packages: inventory.packages }, false);
  return showAudit(area, inventory, report);
}
