import type { AuditFault } from '../../audit/audit-fault.ts';
import { upgradeCommands } from '../../audit/upgrade-commands.ts';
import type { Upgrade, UpgradePlan } from '../../audit/upgrade-plan.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { copyTemplate, listItems, queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import { addressOf } from './fault-rows.ts';

/** The upgrades of an audit as a table, and the commands that carry them out. */
export class UpgradePlanView {
  readonly #area: HTMLElement;
  readonly #words = auditWords[siteLocale()];

  constructor(area: HTMLElement) {
    this.#area = area;
  }

  /** @param affected ids of the faults that affect the environment before the upgrades */
  show(
    { upgrades, remaining }: UpgradePlan,
    affected: readonly string[],
    faults: readonly AuditFault[],
  ): void {
    this.#area.hidden = upgrades.length === 0;
    const byId = new Map(faults.map((fault) => [fault.id, fault]));
    queryRequired(this.#area, 'tbody').replaceChildren(
      ...upgrades.map((upgrade) => renderUpgrade(upgrade, byId)),
    );
    const { commands, requirements } = upgradeCommands(upgrades);
    queryRequired(this.#area, '[data-commands]').replaceChildren(...commands.map(renderCommand));
    queryRequired(this.#area, '[data-requirements]').replaceChildren(
      ...listItems(requirements.map(({ name, to }) => this.#words.requireCrate(name, to))),
    );
    queryRequired(this.#area, '[data-fixes]').textContent = this.#words.planFixes(
      affected.filter((id) => !remaining.includes(id)).length,
      affected.length,
    );
  }
}

function renderUpgrade(
  { name, installed, to, clears }: Upgrade,
  faults: ReadonlyMap<string, AuditFault>,
): DocumentFragment {
  const { fragment, slot } = copyTemplate(template('#upgrade-row'));
  slot('name').textContent = name;
  slot('installed').textContent = installed;
  slot('to').textContent = to;
  const links = clears.flatMap((id) => {
    const fault = faults.get(id);
    if (!fault) return [];
    const link = document.createElement('a');
    link.href = addressOf(fault);
    link.title = fault.title;
    link.textContent = id;
    return [link, ' '];
  });
  const { neededByOthers } = auditWords[siteLocale()];
  slot('clears').append(...(links.length > 0 ? links : [neededByOthers]));
  return fragment;
}

function renderCommand(command: string): DocumentFragment {
  const { fragment, slot } = copyTemplate(template('#upgrade-command'));
  slot('command').textContent = command;
  copyOnClick(slot<HTMLButtonElement>('copy-upgrade'), () => command);
  return fragment;
}

const template = (selector: string) => queryRequired<HTMLTemplateElement>(document, selector);
