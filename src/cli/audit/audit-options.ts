import { parseArgs } from 'node:util';
import { symptomsBySeverity } from '../../domain/facts/severity.ts';
import { pythonGrammar, readPython } from '../../domain/versions/python-release.ts';
import {
  builds,
  platforms,
  type Build,
  type Platform,
  type Symptom,
} from '../../domain/vocabulary.ts';
import { UsageError } from '../shared/usage-error.ts';

/** Name that stands for standard input in a list of files. */
export const STANDARD_INPUT = '-';

/** Options of `known-faults audit`. */
export interface AuditOptions {
  /** Paths of the files to read; `-` is standard input. */
  files: string[];
  python?: string;
  platform?: Platform;
  build?: Build;
  format: 'text' | 'json' | 'sarif';
  /** Ids of faults to leave out. */
  ignore: string[];
  /** File with accepted findings, which are not reported. */
  baseline?: string;
  /** File to write the findings to, as a baseline. */
  writeBaseline?: string;
  /** Symptoms that make the exit code 1. */
  failOn: readonly Symptom[];
  /** True if undecided findings make the exit code 1 too. */
  isStrict: boolean;
  isHelp: boolean;
}

/**
 * Parses the arguments of `known-faults audit`.
 *
 * @throws {BadUse} for invalid arguments, with what is allowed
 */
export function auditOptions(args: string[]): AuditOptions {
  const { values, positionals } = parsed(args);
  const { python, json, sarif, baseline, 'write-baseline': writeBaseline } = values;
  if (python !== undefined && !readPython(python)) {
    throw new UsageError(`--python: found ${python}; allowed: ${pythonGrammar}.`);
  }
  if (json && sarif) throw new UsageError('Use either --json or --sarif, not both.');
  const platform = choice('--platform', values.platform, platforms);
  const build = choice('--build', values.build, builds);
  return {
    files: positionals,
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
    format: json ? 'json' : sarif ? 'sarif' : 'text',
    ignore: values.ignore,
    ...(baseline !== undefined && { baseline }),
    ...(writeBaseline !== undefined && { writeBaseline }),
    failOn: failOn(values['fail-on']),
    isStrict: values.strict,
    isHelp: values.help,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
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
