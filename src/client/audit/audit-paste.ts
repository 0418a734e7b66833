import { auditEnvironment, type AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { loadFaults } from './fault-facts.ts';

/**
 * Reads an environment from a text and audits it. No request contains the text.
 *
 * @throws Error when the facts of the faults cannot be loaded
 */
export async function auditText(
  text: string,
): Promise<{ inventory: Inventory; report: AuditReport }> {
  const inventory = readInventory([{ text }]);
  return { inventory, report: auditEnvironment(inventory, await loadFaults()) };
}
