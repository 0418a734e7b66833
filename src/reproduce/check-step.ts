import { findShownOutput } from '../content/reproduction/find-shown-output.ts';
import type { ShownOutput } from '../content/reproduction/shown-code.ts';
import {
  crashSignals,
  type ExpectedExit,
  type Expectation,
} from '../domain/reproduction/reproduction.ts';
import { compareOutput } from './compare-output.ts';
import { describeExceeded, type ProcessResult } from './run-process.ts';

/** Something that a step was to do, and what it did instead. */
export interface Mismatch {
  expected: string;
  found: string;
}

/** The outputs of the article that an expectation refers to. */
export interface ArticleOutput {
  outputs: readonly ShownOutput[];
  /** Parts of the shown output that differ from run to run. */
  varies: readonly string[];
}

const DEFAULT: Expectation = { exit: 0, prints: [], omits: [] };

/** A program run by a shell that a signal has ended makes the shell end with 128 and the number of the signal. */
const SHELL_SIGNALS = new Map([
  [139, 'SIGSEGV'],
  [134, 'SIGABRT'],
  [135, 'SIGBUS'],
  [132, 'SIGILL'],
  [136, 'SIGFPE'],
  [133, 'SIGTRAP'],
  [130, 'SIGINT'],
  [137, 'SIGKILL'],
  [143, 'SIGTERM'],
]);

/** Returns the first thing in which a step did not do what was expected; `undefined` if it did. */
export function checkStep(
  { exit, prints, omits }: Expectation = DEFAULT,
  result: ProcessResult,
  { outputs, varies }: ArticleOutput,
): Mismatch | undefined {
  if (result.exceeded && result.exceeded !== 'time') {
    return { expected: describeExpected(exit), found: describeExit(result) };
  }
  // The output says more about what went wrong than the exit code does.
  for (const printed of prints) {
    const shown = typeof printed === 'string' ? printed : findShownOutput(outputs, printed.article);
    if (typeof shown !== 'string' && 'found' in shown) return shown;
    const text = typeof shown === 'string' ? shown : shown.text;
    const difference = compareOutput(text, result.output, varies);
    if (difference) {
      const { expected, printed: line } = difference;
      return { expected: `the line ${expected}`, found: line ?? describeExit(result) };
    }
  }
  const omitted = omits.find((text) => result.output.includes(text));
  if (omitted !== undefined) return { expected: `no line with ${omitted}`, found: omitted };
  if (isExit(exit, result)) return undefined;
  return { expected: describeExpected(exit), found: describeExit(result) };
}

function signalOf({ code, signal }: ProcessResult): string | undefined {
  return signal ?? (code === undefined ? undefined : SHELL_SIGNALS.get(code));
}

function isExit(expected: ExpectedExit, result: ProcessResult): boolean {
  if (expected === 'timeout' || result.exceeded) {
    return expected === 'timeout' && result.exceeded === 'time';
  }
  const signal = signalOf(result);
  if (expected === 'crash')
    return (crashSignals as readonly (string | undefined)[]).includes(signal);
  if (expected === 'error') return signal === undefined && result.code !== 0;
  return expected === result.code || expected === signal;
}

function describeExpected(exit: ExpectedExit): string {
  if (exit === 'crash') return 'a crash';
  if (exit === 'error') return 'an exit code other than 0';
  if (exit === 'timeout') return 'no end before the time limit';
  return typeof exit === 'number' ? `exit code ${exit}` : exit;
}

/** Describes how a process ended: `exit code 1`, `SIGSEGV`, `no end within 20 s`. */
function describeExit(result: ProcessResult): string {
  if (result.exceeded) return describeExceeded(result.exceeded, result.seconds);
  return signalOf(result) ?? `exit code ${result.code}`;
}
