import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';

/** What an audit came to, before it is written down in one form or another. */
export interface AuditOutcome {
  /** What was read, with what the caller said of the machine. */
  inventory: Inventory;
  report: AuditReport;
  /** What is reported: the report's findings without those that are left out. */
  findings: readonly AuditFinding[];
  /** How many `--ignore` left out. */
  ignored: number;
  /** How many the baseline left out. */
  known: number;
  /** Where the articles can be read. */
  site: string;
}
