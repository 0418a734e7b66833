import { pinsOf, upgradeCommands } from '../../audit/upgrade-commands.ts';
import type { UpgradePlan } from '../../audit/upgrade-plan.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { wordsOf } from '../../i18n/words.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { oneLine, styleText } from '../shared/output.ts';
import { commandLine, INDENT, wrapped } from '../shared/terminal-text.ts';

/** Maximum number of ids in a row of the table; more of them are counted. */
const MAX_IDS = 3;

/** Formats the upgrades as a table, and the commands that carry them out. */
export function upgradePlanText({ upgrades }: UpgradePlan, language: Locale): string[] {
  const words = wordsOf(language);
  const { plan, package: name, installed, upgradeTo, fixes } = words.audit;
  const headings = [name, installed, upgradeTo, fixes].map((text) => text.toLowerCase());
  const rows = upgrades.map(({ name, installed, to, clears }) => [
    oneLine(name),
    oneLine(installed),
    to,
    clears.length > MAX_IDS ? words.counts.faults(clears.length) : clears.join(', '),
  ]);
  const [first = '', ...lines] = alignColumns([headings, ...rows]);
  const { commands, requirements } = upgradeCommands(upgrades);
  return [
    styleText('bold', plan),
    INDENT + styleText('gray', first),
    ...lines.map((line) => INDENT + line),
    ...commands.map(commandLine),
    ...requirements.map(({ name, to }) =>
      wrapped(oneLine(auditWords[language].requireCrate(name, to)), INDENT.repeat(2)),
    ),
  ];
}

/** Formats the upgrades of Python packages as a constraints file. */
export function constraintsText({ upgrades }: UpgradePlan): string {
  return pinsOf(upgrades).join('\n');
}
