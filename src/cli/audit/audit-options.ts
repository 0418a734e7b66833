import type { ParseArgsOptionsConfig } from 'node:util';
import { idPattern } from '../../domain/addresses/addresses.ts';
import { symptomsBySeverity } from '../../domain/facts/severity.ts';
import { isPossibleBuild } from '../../domain/versions/builds.ts';
import { pythonGrammar, readPython } from '../../domain/versions/python-release.ts';
import {
  builds,
  platforms,
  type Build,
  type Platform,
  type Symptom,
} from '../../domain/vocabulary.ts';
import type { ParsedArguments } from '../shared/define-command.ts';
import { notAllowed, UsageError } from '../shared/usage-error.ts';

const FORMATS = ['text', 'json', 'sarif', 'constraints'] as const;

/** Stands for the standard input among the files. */
export const STANDARD_INPUT = '-';

/** Options of `known-faults audit` in the form of `node:util` parseArgs. */
export const AUDIT_OPTIONS = {
  python: { type: 'string' },
  platform: { type: 'string' },
  build: { type: 'string' },
  json: { type: 'boolean', default: false },
  sarif: { type: 'boolean', default: false },
  ignore: { type: 'string', multiple: true, default: [] },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'fail-on': { type: 'string', default: 'any' },
  strict: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  constraints: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

type AuditValues = ParsedArguments<typeof AUDIT_OPTIONS>['values'];

/** Options of `known-faults audit`, validated. */
export interface AuditOptions {
  /** Names of files; `-` is the standard input. If empty, the caller names nothing to read. */
  files: string[];
  python?: string;
  platform?: Platform;
  build?: Build;
  format: (typeof FORMATS)[number];
  /** The text lists undecided and possible faults, too. */
  listsAll: boolean;
  /** Ids of faults to leave out. */
  ignore: string[];
  /** File with the findings to leave out. */
  baseline?: string;
  /** File to write the findings to. */
  writeBaseline?: string;
  /** Symptoms that lead to exit code 1. */
  failOn: readonly Symptom[];
  /** Findings with the verdict `unknown` lead to exit code 1 too. */
  isStrict: boolean;
}

/**
 * Validates the arguments of `known-faults audit`.
 *
 * @throws {UsageError} for a value that an option does not take, with those that it takes
 */
export function auditOptions(values: AuditValues, files: string[]): AuditOptions {
  const { python, baseline, 'write-baseline': writeBaseline } = values;
  const [format = 'text', ...others] = FORMATS.filter((name) => name !== 'text' && values[name]);
  if (others.length > 0) {
    const names = [format, ...others].map((name) => `--${name}`);
    throw new UsageError({
      en: `Found ${names.join(' and ')}; allowed: one of them.`,
      zh: `${names.join(' 和 ')} 只能用一个。`,
    });
  }
  const platform = choice('--platform', values.platform, platforms);
  const build = choice('--build', values.build, builds);
  if (python !== undefined) refuseContradiction(python, build);
  return {
    files,
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
    format,
    listsAll: values.all,
    ignore: values.ignore.flatMap((list) => list.split(',')).map(idOrText),
    ...(baseline !== undefined && { baseline }),
    ...(writeBaseline !== undefined && { writeBaseline }),
    failOn: failOn(values['fail-on']),
    isStrict: values.strict,
  };
}

/** Returns an id in the spelling of the articles, and anything else as it was typed, for the message. */
function idOrText(typed: string): string {
  const id = typed.trim().toUpperCase();
  return idPattern.test(id) ? id : typed;
}

/** @throws {UsageError} for an invalid version, and for a build that this version does not have */
function refuseContradiction(python: string, build: Build | undefined): void {
  const release = readPython(python);
  if (!release) {
    throw notAllowed('--python', python, {
      en: pythonGrammar,
      zh: ' Python 版本，如 3.13、3.13.4、3.13t、3.14.0rc1',
    });
  }
  if (build === undefined || isPossibleBuild(build, release)) return;
  const possible = builds.filter((one) => isPossibleBuild(one, release));
  throw new UsageError({
    en: `--build: found ${build}; allowed with --python ${python}: ${possible.join(', ')}.`,
    zh: `--build：收到 ${build}；--python ${python} 时应为 ${possible.join('、')}。`,
  });
}

function choice<T extends string>(
  option: string,
  value: string | undefined,
  values: readonly T[],
): T | undefined {
  const chosen = values.find((candidate) => candidate === value);
  if (value !== undefined && !chosen) {
    throw notAllowed(option, value, values.join(', '));
  }
  return chosen;
}

function failOn(text: string): readonly Symptom[] {
  if (text === 'any') return symptomsBySeverity;
  return text.split(',').map((name) => {
    const symptom = choice('--fail-on', name.trim(), ['any', ...symptomsBySeverity] as const);
    if (symptom === undefined || symptom === 'any') {
      throw notAllowed('--fail-on', text, {
        en: 'any, or a comma-separated list of symptoms',
        zh: 'any，或用逗号分隔的现象',
      });
    }
    return symptom;
  });
}
