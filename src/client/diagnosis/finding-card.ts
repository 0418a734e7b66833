import { articlePath, localizedPath, permalinkPath } from '../../domain/addresses/addresses.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { isOutput, isPaste } from '../search/query-text.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { appendTextWithCode, copyTemplate, type TemplateCopy } from '../shared/dom.ts';
import type { StoredMachine } from '../shared/machine-store.ts';
import { siteBase, siteLocale } from '../shared/site.ts';
import { renderCommands } from '../lookup/command-list.ts';
import type { ShownFinding } from './diagnosis-messages.ts';

/**
 * Renders the first finding with everything that is known about it.
 *
 * @param text the text that was diagnosed
 * @param machine what the text reveals about the machine
 */
export function renderFinding(
  template: HTMLTemplateElement,
  finding: ShownFinding,
  { text, machine }: { text: string; machine: StoredMachine | undefined },
): DocumentFragment {
  const words = browserWords[siteLocale()];
  const copy = renderAnswer(template, finding);
  const { fragment, slot } = copy;
  const { confidence, line, signature } = finding;
  slot('confidence').textContent = words.confidence[confidence];
  slot('confidence').classList.add(`confidence-${confidence}`);
  slot<HTMLAnchorElement>('read').href = addressOf(finding);
  copyOnClick(slot<HTMLButtonElement>('copy-link'), () => permalinkOf(finding));
  copyOnClick(slot<HTMLButtonElement>('copy-reply'), () => replyTo(finding));

  const isWhole = !isPaste(text);
  slot('why').textContent = isWhole ? words.whyThis : words.why(line.number);
  slot('printed-label').textContent = isOutput(text) ? words.printed : words.wrote;
  slot('printed').textContent = line.text;
  slot('english').hidden = line.english === undefined;
  slot('read-as').textContent = line.english ?? '';
  slot('known').textContent = signature;
  void showVersions(slot('versions'), finding, machine);
  return fragment;
}

/** Renders another finding: its fix, and the line by which it can be told apart. */
export function renderOtherFinding(
  template: HTMLTemplateElement,
  finding: ShownFinding,
): DocumentFragment {
  const words = browserWords[siteLocale()];
  const { fragment, slot } = renderAnswer(template, finding);
  const { line, isShared, lookFor } = finding;
  const shown = isShared ? lookFor : line.text;
  slot('line').hidden = shown === undefined;
  slot('line-label').textContent = isShared ? words.lookFor : words.line(line.number);
  slot('line-text').textContent = shown ?? '';
  return fragment;
}

/** Fills what every finding has: title, names, fix and command. */
function renderAnswer(template: HTMLTemplateElement, finding: ShownFinding): TemplateCopy {
  const { id, title, project, symptom, fix } = finding;
  const copy = copyTemplate(template);
  const { slot } = copy;
  const link = slot<HTMLAnchorElement>('title');
  link.textContent = title;
  link.href = addressOf(finding);
  slot('project').textContent = project;
  slot('symptom').textContent = symptom;
  slot('id').textContent = id;
  appendTextWithCode(slot('fix'), fix.text);
  slot('command-row').hidden = fix.command === undefined;
  slot('command').textContent = fix.command ?? '';
  copyOnClick(slot<HTMLButtonElement>('copy-command'), () => fix.command ?? '');
  renderCommands(slot('commands'), finding.commands);
  return copy;
}

const addressOf = (finding: ShownFinding) =>
  siteBase() + localizedPath(articlePath(finding.slug), siteLocale()) + parameterOf(finding);

/** The address shows the answer for the name that was looked up. */
const parameterOf = ({ named }: ShownFinding) =>
  named ? `?${new URLSearchParams({ [named.key]: named.name })}` : '';

const permalinkOf = (finding: ShownFinding) =>
  location.origin +
  siteBase() +
  localizedPath(permalinkPath(finding.id), siteLocale()) +
  parameterOf(finding);

async function replyTo(finding: ShownFinding): Promise<string> {
  const { replyWith } = await import('../../social/reply.ts');
  const { title, fix, commands } = finding;
  const fault = { title, fix, commands, affected: [] };
  return replyWith(fault, permalinkOf(finding), siteLocale());
}

/** Shows whether the versions in the paste have the fault. */
async function showVersions(
  line: HTMLElement,
  { id, cause }: ShownFinding,
  machine: StoredMachine | undefined,
): Promise<void> {
  const words = browserWords[siteLocale()];
  if (cause === 'environment' || cause === 'usage') {
    line.textContent = words.noRelease[cause];
    return;
  }
  if (!machine) {
    line.textContent = words.noVersions;
    line.classList.add('verdict-unknown');
    return;
  }
  try {
    const { evaluateVersions } = await import('./evaluate-versions.ts');
    const found = await evaluateVersions(id, machine);
    const headline = document.createElement('strong');
    headline.textContent = found.headline;
    line.append(headline, found.text);
    line.classList.add(`verdict-${found.verdict}`);
  } catch (error) {
    // The finding and its fix do not depend on it.
    console.error(error);
  }
}
