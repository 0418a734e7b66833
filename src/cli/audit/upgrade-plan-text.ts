import { pinsOf, upgradeCommands } from '../../audit/upgrade-commands.ts';
import type { UpgradePlan } from '../../audit/upgrade-plan.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { auditReportWords } from '../../i18n/audit-report-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { oneLine, styleText } from '../shared/output.ts';
import { commandLine, INDENT, wrapped } from '../shared/terminal-text.ts';

/** Maximum number of ids in a row of the table; more of them are counted. */
const MAX_IDS = 3;

/** Formats the upgrades as a table, and the commands that carry them out. */
export function upgradePlanText({ upgrades }: UpgradePlan, language: Locale): string[] {
  const words = auditReportWords[language];
  const rows = upgrades.map(({ name, installed, to, clears }) => [
    oneLine(name),
    oneLine(installed),
    to,
    clears.length > MAX_IDS ? words.faults(clears.length) : clears.join(', '),
  ]);
  const [headings = '', ...lines] = alignColumns([[...words.planHeadings], ...rows]);
  const { commands, requirements } = upgradeCommands(upgrades);
  return [
    styleText('bold', words.upgradePlan),
    INDENT + styleText('gray', headings),
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
