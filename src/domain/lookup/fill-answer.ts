import { ownValue } from '../text/own-value.ts';
import type { Locale } from '../vocabulary.ts';
import type { FoundRow } from './find-row.ts';
import type { Lookup } from './lookup-schema.ts';
import {
  packageSystems,
  type DependentPackage,
  type LocalizedText,
  type PackageSystem,
  type TableRow,
} from './lookup-table.ts';

/** A command that installs what a row is about. */
export interface InstallCommand {
  system: PackageSystem;
  command: string;
  /** False if the names of the packages come from one public mapping, with which nothing was compared. */
  isVerified: boolean;
  /** True if the command installs a wheel instead of what a compiler needs. */
  isWheel: boolean;
}

/** The answer of a table for one name. */
export interface FilledAnswer {
  /** The fix in one sentence, with code in backticks. */
  text: string;
  /** The best for this reader first. */
  commands: InstallCommand[];
}

/** Facts about the reader. */
export interface Reader {
  locale: Locale;
  /** The package manager of the reader's system; absent if the paste does not tell. */
  system?: PackageSystem | undefined;
  /** Decides whether the paste names a Python package. */
  names?: (pythonPackage: string) => boolean;
}

/** Parts of a lookup that an answer is made of. */
export type AnswerTemplates = Pick<Lookup, 'answers' | 'install'>;

/** Column of the packages that a compiled program needs. A reader who asks for them has the Python package installed. */
const RUN_TIME_COLUMN = 'run';

/** Maximum number of wheels that an answer offers (chosen). */
const MAX_WHEELS = 2;

const COMMANDS: Readonly<Record<PackageSystem, string>> = {
  pip: 'python -m pip install',
  debian: 'apt install',
  fedora: 'dnf install',
  alpine: 'apk add',
  arch: 'pacman -S',
  homebrew: 'brew install',
  conda: 'conda install -c conda-forge',
  windows: 'winget install',
};

const SEPARATORS: Readonly<Record<Locale, string>> = { en: ', ', zh: '、' };

const PLACEHOLDER = /\{([a-z][a-z0-9_]*)\}/g;

/** Returns the names of the placeholders of a sentence: `key`, `name`, and columns. */
export const placeholdersOf = (sentence: string): string[] =>
  Array.from(sentence.matchAll(PLACEHOLDER), ([, name = '']) => name);

/** Returns the answer of a row: the first sentence whose placeholders all have a value, and what to install. */
export function fillAnswer(
  { answers, install }: AnswerTemplates,
  { row, name }: FoundRow,
  reader: Reader,
): FilledAnswer {
  const valueOf = (placeholder: string) =>
    placeholder === 'key' ? `\`${name}\`` : valueIn(row, placeholder, reader.locale);
  const isComplete = (sentence: string) =>
    placeholdersOf(sentence).every((placeholder) => valueOf(placeholder) !== undefined);
  const sentence = answers.find(isComplete) ?? answers.at(-1) ?? '';
  return {
    text: sentence.replace(PLACEHOLDER, (_, placeholder: string) => valueOf(placeholder) ?? ''),
    commands: commandsFor(row, install, reader),
  };
}

/** Returns the value of a column as the text of an answer, code in backticks; `undefined` if the row has none. */
export function valueIn(row: TableRow, column: string, locale: Locale): string | undefined {
  if (column === 'name') return row.name;
  const text = ownValue(row.texts, column);
  if (text !== undefined) return localized(text, locale);
  return ownValue(row.codes, column)
    ?.map((code) => `\`${code}\``)
    .join(SEPARATORS[locale]);
}

/** Returns a text in one language. */
export const localized = (text: LocalizedText, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale];

/** A wheel that the paste asks for comes first, because it needs no compiler; then the system of the reader. */
function commandsFor(
  { packages, python }: TableRow,
  install: string | undefined,
  { system, names }: Reader,
): InstallCommand[] {
  const bySystem = (install !== undefined && ownValue(packages, install)) || {};
  const isInstalled = install === RUN_TIME_COLUMN;
  const ordered = [...packageSystems].sort((a, b) => Number(b === system) - Number(a === system));
  return [
    ...python
      .filter(({ name, wheel }) => names?.(name) === true && !(isInstalled && wheel === name))
      .flatMap(wheelCommand)
      .slice(0, MAX_WHEELS),
    ...ordered.flatMap((own): InstallCommand[] => {
      const found = bySystem[own];
      if (!found) return [];
      const command = `${COMMANDS[own]} ${found.names}`;
      return [{ system: own, command, isVerified: found.isVerified, isWheel: false }];
    }),
  ];
}

function wheelCommand({ wheel }: DependentPackage): InstallCommand[] {
  if (wheel === undefined) return [];
  const command = `${COMMANDS.pip} --only-binary ${wheel} ${wheel}`;
  return [{ system: 'pip', command, isVerified: true, isWheel: true }];
}

/** Fills the placeholder of a title or a signature with a name: `fatal error: <header>` becomes `fatal error: lber.h`. */
export const fillPlaceholder = (text: string, key: string, name: string): string =>
  text.replaceAll(`<${key}>`, name);
