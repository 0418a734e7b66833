import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import type { UpgradePlan } from '../../audit/upgrade-plan.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import type { FaultCard } from '../../api/published-knowledge.ts';

/** Result of an audit, before it is formatted as text, JSON or SARIF. */
export interface AuditOutcome {
  /** The installed packages, with the facts about the machine that the caller gave. */
  inventory: Inventory;
  report: AuditReport;
  /** Findings of the report without those that `--ignore` and the baseline leave out. */
  findings: readonly AuditFinding[];
  /** The upgrades that clear the findings. */
  plan: UpgradePlan;
  /** By id; they contain the fixes. */
  cards: Readonly<Record<string, FaultCard>>;
  /** Names the source of places without a file: the standard input, or an interpreter. */
  unnamed: string;
  /** Path of the interpreter that was asked for its version and platform. */
  interpreter?: string;
  /** Number of findings that `--ignore` leaves out. */
  ignored: number;
  /** Number of findings that the baseline leaves out. */
  known: number;
  /** Address of the site with the articles. */
  site: string;
  /** Language of the text. */
  language: Locale;
}
