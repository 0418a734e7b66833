import fc from 'fast-check';
import type { Target } from './target.ts';

/** Processor time that any input may take, in ms. The slowest one measured, an article, took 174 ms. */
const MIN_LIMIT_MS = 1_000;

/** Processor time that each character of an input may take in addition, in ms. A paste of a million takes 650 ms. */
const MS_PER_CHARACTER = 0.005;

/** Maximum number of measurements of an input; the best one counts, since a first run compiles code. */
const MAX_MEASUREMENTS = 3;

/** Chosen: long enough to shrink an input of a million characters. */
const MAX_SHRINKING_MS = 30_000;

/** Inputs to generate: from a seed until the time is over, or the one that `path` leads to. */
export interface Assignment {
  seed: number;
  path?: string | undefined;
  /** Time for new inputs, in ms. */
  duration: number;
}

/** An input that failed. If it was generated, fast-check generates it again from `seed` and `path`. */
export interface Failure {
  seed?: number;
  path?: string;
  input: unknown;
  message: string;
}

export interface Outcome {
  runs: number;
  failure?: Failure | undefined;
}

/**
 * Checks generated inputs until the first failure, which is shrunk.
 *
 * @param onRun called before each input, with the number of inputs before it; without a number while shrinking
 */
export async function runTarget(
  target: Target,
  { seed, path, duration }: Assignment,
  onRun: (index?: number) => void,
): Promise<Outcome> {
  let index = 0;
  const property = fc.asyncProperty(target.inputs, (input) => {
    onRun(index++);
    return checkInTime(target, input);
  });
  const found = await fc.check(property, {
    seed,
    endOnFailure: true,
    ...(path === undefined
      ? { numRuns: 0x7fffffff, interruptAfterTimeLimit: duration }
      : { numRuns: 1, path }),
  });
  const runs = found.numRuns;
  const first = failureOf(found);
  if (!first) return { runs };
  const shrinking = fc.asyncProperty(target.inputs, (input) => {
    onRun();
    return checkInTime(target, input);
  });
  const shrunk = await fc.check(shrinking, {
    seed,
    path: first.path ?? '',
    numRuns: 1,
    interruptAfterTimeLimit: MAX_SHRINKING_MS,
  });
  return { runs, failure: failureOf(shrunk) ?? first };
}

function failureOf({
  seed,
  counterexample,
  counterexamplePath,
  errorInstance,
}: fc.RunDetails<[unknown]>): Failure | undefined {
  if (!counterexample || counterexamplePath === null) return undefined;
  return {
    seed,
    path: counterexamplePath,
    input: counterexample[0],
    message: messageOf(errorInstance),
  };
}

/** Returns what was thrown, as text. */
export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);

/** @throws if a property of the target does not hold, or if checking it takes too long for the size of the input */
export async function checkInTime(target: Target, input: unknown): Promise<void> {
  const { length } = JSON.stringify(input);
  const limit = MIN_LIMIT_MS + length * MS_PER_CHARACTER;
  let best = Infinity;
  for (let measured = 0; measured < MAX_MEASUREMENTS && best > limit; measured++) {
    const start = process.threadCpuUsage();
    await target.check(input);
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  if (best <= limit) return;
  throw new Error(
    `${Math.round(best)} ms for ${length} characters; allowed: ${Math.round(limit)} ms`,
  );
}
