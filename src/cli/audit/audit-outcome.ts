import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';

/** Result of an audit, before it is formatted. */
export interface AuditOutcome {
  /** Installed packages and machine facts, from the sources and the options. */
  inventory: Inventory;
  report: AuditReport;
  /** Findings to report: those of `report` that are neither ignored nor in the baseline. */
  findings: readonly AuditFinding[];
  /** Number of findings left out by `--ignore`. */
  ignored: number;
  /** Number of findings left out by the baseline. */
  known: number;
  /** Address of the site with the articles. */
  site: string;
}
