import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { isUnderstood } from '../../audit/inventory/is-understood.ts';
import type { UpgradePlan } from '../../audit/upgrade-plan.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import { listItems, queryRequired } from '../shared/dom.ts';
import { knownFacts } from '../../domain/environment/environment.ts';
import { siteLocale } from '../shared/site.ts';
import { renderAffected, renderTitles } from './fault-rows.ts';
import { missingFacts } from './missing-facts.ts';
import { UpgradePlanView } from './upgrade-plan-view.ts';

/** Maximum number of listed lines that were not understood; they show what is wrong with the text. */
const MAX_UNREAD_LINES = 5;

/** An audit of a list of packages. */
export interface ShownAudit {
  /** The environment as the list states it. */
  stated: Inventory;
  /** The same with the facts that the reader has entered. */
  inventory: Inventory;
  report: AuditReport;
  plan: UpgradePlan;
  faults: readonly AuditFault[];
}

/** Shows an audit: what was read, the upgrades, what applies, and what may. */
export class AuditView {
  readonly #area: HTMLElement;
  readonly #words = auditWords[siteLocale()];
  readonly #symptoms: Record<Symptom, string>;
  readonly #plan: UpgradePlanView;

  constructor(area: HTMLElement) {
    this.#area = area;
    this.#symptoms = JSON.parse(area.dataset['symptoms'] ?? '{}') as Record<Symptom, string>;
    this.#plan = new UpgradePlanView(this.#part('[data-audit-plan]'));
  }

  /** @returns the headline, to be announced */
  show({ stated, inventory, report, plan, faults }: ShownAudit): string {
    const affected = report.findings.filter(({ verdict }) => verdict === 'affected');
    const undecided = report.findings.filter(({ verdict }) => verdict === 'unknown');
    const headline = this.#headline(inventory, affected.length, undecided.length);
    this.#part('[data-audit-title]').textContent = headline;
    this.#showRead(stated);
    const ids = affected.map(({ fault }) => fault.id);
    this.#plan.show(plan, ids, faults);
    this.#part('[data-audit-list]').replaceChildren(
      ...renderAffected(affected, inventory, this.#symptoms),
    );
    this.#showClosed(
      '[data-audit-undecided]',
      this.#words.undecided(undecided.length, affected.length > 0, missingFacts(undecided)),
      undecided.map(({ fault }: AuditFinding) => fault),
    );
    const { possible } = report;
    this.#showClosed('[data-audit-possible]', this.#words.possible(possible.length), possible);
    const ruledOut = Object.values(report.ruledOut).reduce((sum, n) => sum + n, 0);
    const left = this.#part('[data-audit-left]');
    left.hidden = ruledOut + report.fixed === 0;
    left.textContent = this.#words.left(ruledOut, report.fixed);
    this.#area.hidden = false;
    return headline;
  }

  #headline(inventory: Inventory, affected: number, undecided: number): string {
    const { packages, python } = inventory;
    const words = this.#words;
    if (packages.length === 0 && python === undefined) return words.nothingRead;
    if (affected > 0) return words.found(affected);
    if (!isUnderstood(inventory)) return words.partlyRead;
    if (undecided > 0) return words.noneCertain;
    return packages.length === 0 ? words.nonePython(python ?? '') : words.none;
  }

  #showRead(stated: Inventory): void {
    const words = this.#words;
    const { packages, notUnderstood, notUnderstoodCount, broken, isTruncated } = stated;
    const environment = describeEnvironment({ ...knownFacts(stated), packages: {} });
    const isEmpty = packages.length === 0 && environment === '';
    this.#part('form').hidden = isEmpty;
    this.#part('[data-audit-read]').textContent = [
      isEmpty ? words.readable : words.read(packages.length, environment),
      ...(notUnderstoodCount > 0 ? [words.notUnderstood(notUnderstoodCount)] : []),
      ...(isTruncated ? [words.tooLong] : []),
    ].join(' ');
    const lines = [
      ...broken.map(({ line, message }) => words.unreadLine(line, message)),
      ...notUnderstood.map(({ line, text }) => words.unreadLine(line, text)),
    ];
    const list = this.#part('[data-audit-unread]');
    list.hidden = lines.length === 0;
    list.replaceChildren(...listItems(lines.slice(0, MAX_UNREAD_LINES)));
  }

  #showClosed(selector: string, summary: string, faults: readonly AuditFault[]): void {
    const details = this.#part<HTMLDetailsElement>(selector);
    details.hidden = faults.length === 0;
    queryRequired(details, 'summary').textContent = summary;
    queryRequired(details, 'ul').replaceChildren(...renderTitles(faults));
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return queryRequired<T>(this.#area, selector);
  }
}
