import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { articlePath, localizedPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';
import { appendTextWithCode, copyTemplate, queryRequired } from '../shared/dom.ts';
import { pythonText } from '../../domain/environment/describe-environment.ts';
import { siteBase, siteLocale } from '../shared/site.ts';

/**
 * Renders the faults that affect an environment, below a heading for each symptom.
 *
 * @param findings worst symptom first
 */
export function renderAffected(
  findings: readonly AuditFinding[],
  inventory: Inventory,
  symptoms: Readonly<Record<Symptom, string>>,
): HTMLElement[] {
  const bySymptom = Map.groupBy(findings, ({ fault }) => fault.symptom);
  return [...bySymptom].flatMap(([symptom, found]) => {
    const heading = document.createElement('h3');
    heading.textContent = symptoms[symptom];
    const list = document.createElement('ul');
    list.append(...found.map((finding) => renderFinding(finding, inventory)));
    return [heading, list];
  });
}

/** Renders one row with the title for each fault. */
export function renderTitles(faults: readonly AuditFault[]): DocumentFragment[] {
  return faults.map((fault) => {
    const { fragment, slot } = renderTitle(fault);
    slot('versions').remove();
    slot('fix').remove();
    return fragment;
  });
}

export const addressOf = ({ slug }: AuditFault) =>
  siteBase() + localizedPath(articlePath(slug), siteLocale());

function renderFinding(finding: AuditFinding, inventory: Inventory): DocumentFragment {
  const { fault, packages, because, moveToPython, seenIn } = finding;
  const locale = siteLocale();
  const { lines } = describeAnswer(
    {
      verdict: 'affected',
      because: [...because],
      packages: packages.filter(({ verdict }) => verdict === 'affected'),
      ...(moveToPython !== undefined && { moveToPython }),
    },
    answerWords[locale],
  );
  const ofPython =
    packages.length === 0
      ? [answerWords[locale].have([`Python ${pythonText(inventory) ?? ''}`])]
      : [];
  const dependents = seenIn.length > 0 ? [auditWords[locale].seenIn(seenIn.join(', '))] : [];
  const { fragment, slot } = renderTitle(fault);
  slot('versions').textContent = [...ofPython, ...lines, ...dependents].join(
    locale === 'zh' ? '' : ' ',
  );
  appendTextWithCode(slot('fix'), fault.fix ?? '');
  return fragment;
}

function renderTitle(fault: AuditFault) {
  const copy = copyTemplate(queryRequired<HTMLTemplateElement>(document, '#audit-row'));
  const link = copy.slot<HTMLAnchorElement>('title');
  link.textContent = fault.title;
  link.href = addressOf(fault);
  copy.slot('id').textContent = fault.id;
  return copy;
}
