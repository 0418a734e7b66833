import type { AuditFinding, AuditReport } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { queryRequired, siteBase, siteLocale } from '../shared/dom.ts';
import { articlePath, localizedPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';
import { describeEnvironment } from '../shared/environment-text.ts';

/**
 * Shows what an audited environment has, worst symptom first.
 *
 * @returns the headline, for who is told it
 */
export function showAudit(page: ParentNode, inventory: Inventory, report: AuditReport): string {
  const words = auditWords[siteLocale()];
  const area = queryRequired(page, '[data-audit]');
  const affected = report.findings.filter(({ verdict }) => verdict === 'affected').length;
  const unknown = report.findings.length - affected;
  const headline = report.findings.length === 0 ? words.none : words.found(affected, unknown);
  queryRequired(area, '[data-audit-title]').textContent = headline;
  const { python, platform, build, packages, notUnderstoodCount } = inventory;
  const read = describeEnvironment({
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
    packages: {},
  });
  const ruledOut = Object.values(report.ruledOut).reduce((sum, n) => sum + n, 0);
  queryRequired(area, '[data-audit-read]').textContent = [
    words.read(packages.length, read),
    ...(notUnderstoodCount > 0 ? [words.notUnderstood(notUnderstoodCount)] : []),
    words.left(ruledOut, report.fixed),
  ].join(' ');
  const symptoms = JSON.parse(area.dataset['symptoms'] ?? '{}') as Record<Symptom, string>;
  const cards = report.findings.map((finding) => card(finding, symptoms[finding.fault.symptom]));
  queryRequired(area, '[data-audit-list]').replaceChildren(...cards);
  area.hidden = false;
  return headline;
}

/** Takes the answer to an environment away. */
export function hideAudit(page: ParentNode): void {
  const area = queryRequired(page, '[data-audit]');
  area.hidden = true;
  queryRequired(area, '[data-audit-list]').replaceChildren();
}

function card(finding: AuditFinding, symptom: string): DocumentFragment {
  const { fault, verdict, packages, because, moveToPython, seenIn } = finding;
  const locale = siteLocale();
  const words = auditWords[locale];
  const template = queryRequired<HTMLTemplateElement>(document, '#audited');
  const copy = template.content.cloneNode(true) as DocumentFragment;
  const slot = (name: string) => queryRequired(copy, `[data-slot="${name}"]`);
  const { headline, lines } = describeAnswer(
    {
      verdict,
      because: [...because],
      packages: [...packages],
      ...(moveToPython !== undefined && { moveToPython }),
    },
    answerWords[locale],
  );
  const link = queryRequired<HTMLAnchorElement>(copy, '[data-slot="title"]');
  link.textContent = fault.title;
  link.href = siteBase() + localizedPath(articlePath(fault.slug), locale);
  slot('id').textContent = fault.id;
  slot('symptom').textContent = symptom;
  slot('verdict').textContent = headline;
  slot('verdict').classList.add(`verdict-${verdict}`);
  slot('lines').append(
    ...[...lines, ...(seenIn.length > 0 ? [words.seenIn(seenIn.join(', '))] : [])].map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  return copy;
}
