import { auditEnvironment, type AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { allFaults } from './fault-facts.ts';

/** Reads an environment out of a text and says which faults touch it. The text goes into no request. */
export async function auditText(
  text: string,
): Promise<{ inventory: Inventory; report: AuditReport }> {
  const inventory = readInventory([{ text }]);
  return { inventory, report: auditEnvironment(inventory, await allFaults()) };
}
