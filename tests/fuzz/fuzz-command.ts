import { Console } from 'node:console';
import { processContext, type CommandContext } from '../../src/cli/shared/command-context.ts';
import { defineCommand } from '../../src/cli/shared/define-command.ts';
import { progress } from '../../src/cli/shared/progress.ts';
import { runCommand } from '../../src/cli/shared/run-command.ts';
import { UsageError } from '../../src/cli/shared/usage-error.ts';
import { printable } from '../../src/domain/text/characters.ts';
import { truncate } from '../../src/domain/text/truncate.ts';
import { addToCorpus, corpusOf } from './corpus.ts';
import type { Failure } from './run-target.ts';
import { Supervisor } from './supervisor.ts';
import type { Target } from './target.ts';

const USAGE = `Usage: npm run fuzz [-- OPTIONS]

Checks every part that reads the input of strangers: first with the inputs in
tests/fixtures/fuzz-corpus, then with generated ones.
  --minutes N  time for generated inputs, shared by all targets (default: 1)
  --only NAME  check only this target, such as article
  --seed N     start of the random numbers (default: another one each time)
  --path PATH  with --only and --seed: repeat the input of a failure
Exit code: 0 no input failed, 1 at least one did, 2 usage error.`;

const PASSED = 0;
const FAILED = 1;

/** A day. */
const MAX_MINUTES = 1_440;

/** Time that a target runs before the next one, in ms. Chosen: short, so that all get the same share of any budget. */
const SLICE_MS = 1_000;

/** In seconds. The slowest input measured takes less than one; a busy machine may need many times that. */
const PATIENCE = 60;

/** Length in characters of an input as printed; the whole input is in the corpus. */
const MAX_PRINTED_LENGTH = 500;

/** The results of a target so far. */
interface Row {
  name: string;
  runs: number;
  /** Time spent, in ms. */
  spent: number;
  /** Number of slices; each has another seed. */
  slices: number;
  isFailed: boolean;
}

/** Dependencies of the command. */
export interface FuzzContext extends CommandContext {
  /** Address of a module that exports `targets`. */
  module: string;
}

/** `npm run fuzz` */
export const fuzzCommand = defineCommand({
  name: 'npm run fuzz',
  usage: USAGE,
  examples: ['npm run fuzz -- --minutes 10', 'npm run fuzz -- --only article'],
  options: {
    minutes: { type: 'string', default: '1' },
    only: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
  async run({ values }, context: FuzzContext) {
    const duration = minutesOf(values.minutes) * 60_000;
    const seed = values.seed === undefined ? Date.now() | 0 : seedOf(values.seed);
    const { only, path } = values;
    if (path !== undefined && (only === undefined || values.seed === undefined)) {
      throw new UsageError('--path: found no --only or no --seed; allowed: with both.');
    }
    const { targets } = (await import(context.module)) as { targets: readonly Target[] };
    const chosen = targets.filter(({ name }) => only === undefined || name === only);
    if (chosen.length === 0) {
      const names = targets.map(({ name }) => name).join(', ');
      throw new UsageError(`--only: found ${only}; allowed: ${names}.`);
    }
    const supervisor = new Supervisor(context.module, targets, {
      patience: PATIENCE * context.second,
      signal: context.signal,
    });
    const rows = chosen.map(({ name }) => ({
      name,
      runs: 0,
      spent: 0,
      slices: 0,
      isFailed: false,
    }));
    try {
      if (path === undefined) await replay(rows, supervisor, context);
      await generate(rows, { seed, path, duration }, supervisor, context);
    } finally {
      await supervisor.end();
    }
    printTable(rows, context);
    return rows.some(({ isFailed }) => isFailed) ? FAILED : PASSED;
  },
});

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (text.trim() !== '' && minutes > 0 && minutes <= MAX_MINUTES) return minutes;
  throw new UsageError(
    `--minutes: found ${text}; allowed: a number above 0, up to ${MAX_MINUTES}.`,
  );
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (text.trim() !== '' && seed === (seed | 0)) return seed;
  throw new UsageError(`--seed: found ${text}; allowed: an integer of 32 bits.`);
}

/** Checks the inputs of the corpus. */
async function replay(rows: Row[], supervisor: Supervisor, context: FuzzContext): Promise<void> {
  for (const row of rows) {
    for (const { file, input } of corpusOf(context.root, row.name)) {
      if (context.signal.aborted) return;
      const { failure } = await supervisor.run({ target: row.name, input });
      if (failure) reportFailure(row, failure, file, context);
    }
  }
}

/** Checks generated inputs until the time is over. The next slice goes to the target that had the least time. */
async function generate(
  rows: Row[],
  { seed, path, duration }: { seed: number; path: string | undefined; duration: number },
  supervisor: Supervisor,
  context: FuzzContext,
): Promise<void> {
  const start = performance.now();
  const seconds = Math.ceil(duration / 1_000);
  const bar = progress(context.stderr, `Fuzzing with seed ${seed}, seconds`, seconds);
  let shown = 0;
  for (let elapsed = 0; elapsed < duration && !context.signal.aborted;) {
    const [row] = rows.filter(({ isFailed }) => !isFailed).sort((a, b) => a.spent - b.spent);
    if (!row) break;
    const { runs, failure } = await supervisor.run({
      target: row.name,
      seed: (seed + row.slices) | 0,
      path,
      duration: Math.min(SLICE_MS, duration - elapsed),
    });
    const before = elapsed;
    elapsed = performance.now() - start;
    row.runs += runs;
    row.slices += 1;
    row.spent += elapsed - before;
    for (; shown < Math.min(seconds, Math.floor(elapsed / 1_000)); shown++) bar.step();
    if (failure) reportFailure(row, failure, undefined, context);
    if (path !== undefined) break;
  }
  bar.end();
}

/**
 * Prints an input that failed and how to repeat it.
 *
 * @param file of the corpus; without one, the input is added to it
 */
function reportFailure(
  row: Row,
  { input, message, seed, path }: Failure,
  file: string | undefined,
  { root, stdout }: FuzzContext,
): void {
  row.isFailed = true;
  const options = [
    `--only ${row.name}`,
    ...(path === undefined ? [] : [`--seed ${seed} --path ${path}`]),
  ];
  const lines = [
    `${row.name}: ${message}`,
    `  input: ${truncate(JSON.stringify(input), MAX_PRINTED_LENGTH)}`,
    file === undefined
      ? `  written to ${addToCorpus(root, row.name, input)}; rename it to say what went wrong`
      : `  file: ${file}`,
    `  to repeat it: npm run fuzz -- ${options.join(' ')}`,
  ];
  stdout.write(`\n${lines.map(printable).join('\n')}\n`);
}

function printTable(rows: readonly Row[], { stdout }: FuzzContext): void {
  const table = rows.map(({ name, runs, spent, isFailed }) => [
    name,
    {
      runs,
      'runs per second': spent > 0 ? Math.round((runs * 1_000) / spent) : 0,
      result: isFailed ? 'failed' : 'passed',
    },
  ]);
  new Console(stdout.terminal).table(Object.fromEntries(table));
}

if (import.meta.main) {
  await runCommand(fuzzCommand, {
    ...processContext(),
    module: new URL('targets/index.ts', import.meta.url).href,
  });
}
