import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';

/** Result of an audit, before it is formatted as text, JSON or SARIF. */
export interface AuditOutcome {
  /** The installed packages, with the facts about the machine that the caller gave. */
  inventory: Inventory;
  report: AuditReport;
  /** Findings of the report without those that `--ignore` and the baseline leave out. */
  findings: readonly AuditFinding[];
  /** Number of findings that `--ignore` leaves out. */
  ignored: number;
  /** Number of findings that the baseline leaves out. */
  known: number;
  /** Address of the site with the articles. */
  site: string;
}
