import type { ParseArgsOptionsConfig } from 'node:util';
import { symptomsBySeverity } from '../../domain/facts/severity.ts';
import { pythonGrammar, readPython } from '../../domain/versions/python-release.ts';
import {
  builds,
  platforms,
  type Build,
  type Platform,
  type Symptom,
} from '../../domain/vocabulary.ts';
import type { ParsedArguments } from '../shared/define-command.ts';
import { UsageError } from '../shared/usage-error.ts';

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
} as const satisfies ParseArgsOptionsConfig;

type AuditValues = ParsedArguments<typeof AUDIT_OPTIONS>['values'];

/** Options of `known-faults audit`, validated. */
export interface AuditOptions {
  /** Names of files; `-` is the standard input. Empty for the standard input alone. */
  files: string[];
  python?: string;
  platform?: Platform;
  build?: Build;
  format: 'text' | 'json' | 'sarif';
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
  const { python, json, sarif, baseline, 'write-baseline': writeBaseline } = values;
  if (python !== undefined && !readPython(python)) {
    throw new UsageError(`--python: found ${python}; allowed: ${pythonGrammar}.`);
  }
  if (json && sarif) throw new UsageError('Use either --json or --sarif, not both.');
  const platform = choice('--platform', values.platform, platforms);
  const build = choice('--build', values.build, builds);
  return {
    files,
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
    format: json ? 'json' : sarif ? 'sarif' : 'text',
    ignore: values.ignore,
    ...(baseline !== undefined && { baseline }),
    ...(writeBaseline !== undefined && { writeBaseline }),
    failOn: failOn(values['fail-on']),
    isStrict: values.strict,
  };
}

function choice<T extends string>(
  option: string,
  value: string | undefined,
  values: readonly T[],
): T | undefined {
  const chosen = values.find((candidate) => candidate === value);
  if (value !== undefined && !chosen) {
    throw new UsageError(`${option}: found ${value}; allowed: ${values.join(', ')}.`);
  }
  return chosen;
}

function failOn(text: string): readonly Symptom[] {
  if (text === 'any') return symptomsBySeverity;
  return text.split(',').map((name) => {
    const symptom = choice('--fail-on', name.trim(), ['any', ...symptomsBySeverity] as const);
    if (symptom === undefined || symptom === 'any') {
      throw new UsageError(
        `--fail-on: found ${text}; allowed: any, or a comma-separated list of symptoms.`,
      );
    }
    return symptom;
  });
}
