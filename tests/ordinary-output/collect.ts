import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findProgram } from '../support/find-program.ts';
import { root } from '../support/root.ts';
import { readCollectedRuns, writeCollectedRuns, type CollectedRun } from './corpus.ts';
import { prepareEnvironment } from './environments.ts';
import { execute } from './execute.ts';
import { replacementsFor } from './neutral-paths.ts';
import { readRunList, type Run } from './run-list.ts';
import { countTemplates } from './to-template.ts';

const USAGE = `Usage: node tests/ordinary-output/collect.ts [--only NAME]... [--missing | --recount]

Executes the runs of runs.yaml and records what they print in templates.jsonl.gz.
  --only NAME  executes the runs whose names start with NAME
  --missing    executes the runs that are not recorded yet
  --recount    executes nothing, but reads again what earlier runs on this machine printed`;

/** Environments, and the folder and the output of each run; outside the project. */
const base = path.join(os.tmpdir(), 'known-faults-ordinary-output');

const { environments, runs } = readRunList();

interface Options {
  only?: string[] | undefined;
  missing?: boolean | undefined;
  recount?: boolean | undefined;
}

const outputFile = (name: string) => path.join(base, 'output', `${name}.txt`);

async function collect(name: string, run: Run): Promise<CollectedRun> {
  const environment = run.environment && path.join(base, 'environments', run.environment);
  const definition = environments[run.environment ?? ''];
  if (environment && definition) prepareEnvironment(environment, definition);
  const { output, exitCode } = await execute(run, path.join(base, 'runs', name), environment);
  mkdirSync(path.join(base, 'output'), { recursive: true });
  writeFileSync(outputFile(name), output);
  return {
    name,
    command: run.command.trim(),
    exitCode,
    date: new Date().toISOString().slice(0, 10),
    faults: run.faults,
    ...count(name),
  };
}

function count(name: string): Pick<CollectedRun, 'lines' | 'templates'> {
  const lines = readFileSync(outputFile(name), 'utf8').split(/\r?\n|\r/);
  const replacements = replacementsFor(path.join(base, 'runs', name), base, root);
  return { lines: lines.length, templates: countTemplates(lines, replacements) };
}

function kindOf(exitCode: number): Run['exits'] {
  if (exitCode === 0) return 'success';
  // 255 is the exit code -1.
  return exitCode > 128 && exitCode !== 255 ? 'signal' : 'failure';
}

/** Collects a run, unless a program is missing, and says what became of it. */
async function collectOrSkip(name: string, run: Run): Promise<CollectedRun | undefined> {
  const lacking = run.needs.filter((program) => findProgram([program]) === undefined);
  if (lacking.length > 0) {
    console.log(`${name}: skipped, needs ${lacking.join(', ')}`);
    return undefined;
  }
  const collected = await collect(name, run);
  const isExpected = kindOf(collected.exitCode) === run.exits;
  const note = isExpected ? '' : `, but ${run.exits} is expected`;
  console.log(`${name}: ${collected.lines} lines, exit code ${collected.exitCode}${note}`);
  return collected;
}

async function main({ only, missing, recount }: Options): Promise<void> {
  const recorded = readCollectedRuns();
  // A run that is no longer listed is forgotten.
  const kept = new Map([...recorded].filter(([name]) => name in runs));
  for (const [name, run] of Object.entries(runs)) {
    const earlier = kept.get(name);
    const isWanted = only?.some((prefix) => name.startsWith(prefix)) ?? true;
    if (!isWanted || (missing && earlier)) continue;
    if (recount) {
      const isStored = earlier !== undefined && existsSync(outputFile(name));
      if (isStored) kept.set(name, { ...earlier, faults: run.faults, ...count(name) });
      continue;
    }
    const collected = await collectOrSkip(name, run);
    if (!collected) continue;
    kept.set(name, collected);
    // Written after each run, since all of them take more than an hour.
    writeCollectedRuns(kept.values());
  }
  writeCollectedRuns(kept.values());
  const lines = [...kept.values()].reduce((sum, { lines }) => sum + lines, 0);
  console.log(`${kept.size} runs with ${lines} lines`);
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    missing: { type: 'boolean' },
    recount: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(USAGE);
else await main(values);
