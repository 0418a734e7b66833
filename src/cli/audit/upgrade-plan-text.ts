import semver from 'semver';
import type { Upgrade, UpgradePlan } from '../../audit/upgrade-plan.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { oneLine, styleText } from '../shared/output.ts';
import { commandLine, INDENT, plural, wrapped } from '../shared/terminal-text.ts';

/** Maximum number of ids in a row of the table; more of them are counted. */
const MAX_IDS = 3;

const HEADINGS = ['package', 'installed', 'upgrade to', 'fixes'];

/** Formats the upgrades as a table, and the commands that carry them out. */
export function upgradePlanText({ upgrades }: UpgradePlan): string[] {
  const rows = upgrades.map(({ name, installed, to, clears }) => [
    oneLine(name),
    oneLine(installed),
    to,
    clears.length > MAX_IDS ? plural(clears.length, 'fault') : clears.join(', '),
  ]);
  const [headings = '', ...lines] = alignColumns([HEADINGS, ...rows]);
  return [
    styleText('bold', 'Upgrade plan'),
    INDENT + styleText('gray', headings),
    ...lines.map((line) => INDENT + line),
    ...pipLines(upgrades),
    ...upgrades.filter(({ ecosystem }) => ecosystem === 'crates.io').map(cargoLine),
  ];
}

/**
 * Formats the upgrades of Python packages as a constraints file. Each is to the version that was checked: a later one may
 * have another fault, or not work with the other packages.
 */
export function constraintsText({ upgrades }: UpgradePlan): string {
  return pins(upgrades).join('\n');
}

function pipLines(upgrades: readonly Upgrade[]): string[] {
  const packages = pins(upgrades);
  if (packages.length === 0) return [];
  return [commandLine(`pip install ${packages.map((pin) => `"${pin}"`).join(' ')}`)];
}

const pins = (upgrades: readonly Upgrade[]) =>
  upgrades.flatMap(({ ecosystem, name, to }) => (ecosystem === 'PyPI' ? [`${name}==${to}`] : []));

/** Cargo upgrades a crate within the requirements of the others; a release that breaks with the installed one needs another. */
function cargoLine({ name, installed, to }: Upgrade): string {
  return semver.satisfies(to, `^${installed}`)
    ? commandLine(`cargo update -p ${name}@${installed} --precise ${to}`)
    : wrapped(`Require ${oneLine(name)} ${to} or later in Cargo.toml.`, INDENT.repeat(2));
}
