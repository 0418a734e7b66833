import type { InstallCommand } from '../../domain/lookup/fill-answer.ts';
import { lookupWords } from '../../i18n/lookup-words.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { copyTemplate, queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';

/** Shows the commands for each system, as items of a list in the page; hides the list if there are none. */
export function renderCommands(list: HTMLElement, commands: readonly InstallCommand[]): void {
  list.hidden = commands.length === 0;
  list.replaceChildren(...commands.map(renderCommand));
}

function renderCommand({ system, command, isVerified, isWheel }: InstallCommand): DocumentFragment {
  const words = lookupWords[siteLocale()];
  const template = queryRequired<HTMLTemplateElement>(document, '#install-command');
  const { fragment, slot } = copyTemplate(template);
  slot('system').textContent = isWheel ? words.wheel : words.systems[system];
  slot('command').textContent = command;
  slot('unverified').hidden = isVerified;
  copyOnClick(slot<HTMLButtonElement>('copy'), () => command);
  return fragment;
}
