import { casesOf, type CasePlan } from '../../domain/reproduction/cases.ts';
import type { Command } from '../../domain/reproduction/reproduction.ts';
import { simpleCommands } from '../../domain/reproduction/simple-commands.ts';
import { splitCommand } from '../../domain/reproduction/split-command.ts';
import type { ArticleText } from '../read/library-model.ts';
import type { ReproductionFolder } from '../read/read-reproduction.ts';
import { SECTIONS } from './reproduction-problems.ts';
import { shownCode, type ShownCommand } from './shown-code.ts';

/** Makes or enters an environment or a folder, or prints the exit code, which the runner does itself. */
const SETS_UP =
  /^(?:python -m venv|uv venv|virtualenv|cd|mkdir -p|source|\.) |^deactivate$|^echo (?:"[^$"]{0,20})?\$\?"?$/;

/** A variable for one command, or for those after it. */
const ASSIGNMENT = /^(?:export )?(?<name>\w{1,80})=(?<value>[^\s"'$`]*)(?: (?<rest>.*))?$/s;

const INSTALLS = /^(?:(?:uv )?pip|(?:sudo )?apt(?:-get)?) install /;

/** Options of pip that change nothing about what is installed. */
const NEUTRAL_OPTION = /^(?:-qq?|--quiet|--disable-pip-version-check|--no-cache-dir|--no-deps)$/;

/** Matches any text in a command, as in output. */
const ELLIPSIS = '...';

/** How the commands of an article and its reproduction differ. */
export interface UncheckedCommands {
  /** Commands that no case runs and `not_run` does not name. */
  commands: ShownCommand[];
  /** Indexes of the entries of `not_run` that name no such command. */
  unused: number[];
}

/** Finds the commands of *Are you affected?* and *Reproduce it* that a reproduction does not run. */
export function uncheckedCommands(
  text: ArticleText,
  { reproduction }: Pick<ReproductionFolder, 'reproduction'>,
): UncheckedCommands {
  const plans = casesOf(reproduction);
  const run = plans.flatMap(commandsOf);
  const installed = new Set(plans.flatMap(requirementsOf).map(requirementKey));
  const sides = plans.flatMap(sidesOf);
  const isRun = (command: string): boolean => {
    if (run.some((other) => isSame(command, other)) || isSetUp(command, installed)) return true;
    const { name = '', value, rest } = ASSIGNMENT.exec(command)?.groups ?? {};
    const isSet = value !== undefined && sides.some(({ env }) => env[name] === value);
    return isSet && (rest === undefined || isRun(rest));
  };
  const unchecked = shownCode(text).commands.filter(
    ({ section, text }) => SECTIONS.includes(section) && !simpleCommands(text).every(isRun),
  );
  const { not_run: excepted } = reproduction;
  const isExcepted = ({ text }: ShownCommand) =>
    excepted.some(({ command }) => text.includes(command));
  return {
    commands: unchecked.filter((command) => !isExcepted(command)),
    unused: excepted.flatMap(({ command }, index) =>
      unchecked.some(({ text }) => text.includes(command)) ? [] : [index],
    ),
  };
}

const textOf = ({ run, shell = '' }: Command) => run ?? shell;

const sidesOf = ({ broken, fixed }: CasePlan) => [broken, fixed].flatMap((side) => side ?? []);

function commandsOf(plan: CasePlan): string[] {
  const steps = sidesOf(plan).flatMap((side) => side.steps);
  return [...steps, ...plan.advice].flatMap((step) => simpleCommands(textOf(step)));
}

const requirementsOf = (plan: CasePlan) => [
  ...sidesOf(plan).flatMap(({ packages, overrides }) => [...packages, ...overrides]),
  ...(plan.requires.debian ?? []),
];

/** The same for `numpy == 1.26` and `NumPy==1.26`. */
const requirementKey = (requirement: string) =>
  requirement
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[-_.]+/g, '-');

/** @param shown command of the article, in which `...` matches any text */
function isSame(shown: string, run: string): boolean {
  if (!shown.includes(ELLIPSIS)) return shown === run;
  const start = shown.slice(0, shown.indexOf(ELLIPSIS));
  const end = shown.slice(shown.lastIndexOf(ELLIPSIS) + ELLIPSIS.length);
  return run.length >= start.length + end.length && run.startsWith(start) && run.endsWith(end);
}

/** Returns true for a command that makes the environment, with the same packages as a side of the reproduction. */
function isSetUp(command: string, installed: ReadonlySet<string>): boolean {
  if (SETS_UP.test(command)) return true;
  const installer = INSTALLS.exec(command)?.[0];
  if (installer === undefined) return false;
  const words = splitCommand(command)?.slice(installer.trim().split(' ').length) ?? [''];
  return words.every((word) => NEUTRAL_OPTION.test(word) || installed.has(requirementKey(word)));
}
