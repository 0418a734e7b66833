import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { articlePath, localizedPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';
import { copyTemplate, listItems, queryRequired } from '../shared/dom.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import { knownFacts } from '../shared/machine-store.ts';
import { siteBase, siteLocale } from '../shared/site.ts';

/**
 * Shows the faults of an audited environment, worst symptom first.
 *
 * @param area the section of the page for it
 * @returns the headline, to be announced
 */
export function showAudit(area: HTMLElement, inventory: Inventory, report: AuditReport): string {
  const words = auditWords[siteLocale()];
  const { findings, ruledOut, fixed } = report;
  const affected = findings.filter(({ verdict }) => verdict === 'affected').length;
  const unknown = findings.length - affected;
  const headline = findings.length === 0 ? words.none : words.found(affected, unknown);
  queryRequired(area, '[data-audit-title]').textContent = headline;
  const { packages, notUnderstoodCount } = inventory;
  const environment = describeEnvironment({ ...knownFacts(inventory), packages: {} });
  const ruledOutCount = Object.values(ruledOut).reduce((sum, n) => sum + n, 0);
  queryRequired(area, '[data-audit-read]').textContent = [
    words.read(packages.length, environment),
    ...(notUnderstoodCount > 0 ? [words.notUnderstood(notUnderstoodCount)] : []),
    words.left(ruledOutCount, fixed),
  ].join(' ');
  const symptoms = JSON.parse(area.dataset['symptoms'] ?? '{}') as Record<Symptom, string>;
  const template = queryRequired<HTMLTemplateElement>(document, '#audited');
  const cards = findings.map((finding) =>
    renderFinding(template, finding, symptoms[finding.fault.symptom]),
  );
  queryRequired(area, '[data-audit-list]').replaceChildren(...cards);
  area.hidden = false;
  return headline;
}

function renderFinding(
  template: HTMLTemplateElement,
  finding: AuditFinding,
  symptom: string,
): DocumentFragment {
  const { fault, verdict, packages, because, moveToPython, seenIn } = finding;
  const locale = siteLocale();
  const { headline, lines } = describeAnswer(
    {
      verdict,
      because: [...because],
      packages: [...packages],
      ...(moveToPython !== undefined && { moveToPython }),
    },
    answerWords[locale],
  );
  const { fragment, slot } = copyTemplate(template);
  const link = slot<HTMLAnchorElement>('title');
  link.textContent = fault.title;
  link.href = siteBase() + localizedPath(articlePath(fault.slug), locale);
  slot('id').textContent = fault.id;
  slot('symptom').textContent = symptom;
  slot('verdict').textContent = headline;
  slot('verdict').classList.add(`verdict-${verdict}`);
  const dependents = seenIn.length > 0 ? [auditWords[locale].seenIn(seenIn.join(', '))] : [];
  slot('lines').append(...listItems([...lines, ...dependents]));
  return fragment;
}
