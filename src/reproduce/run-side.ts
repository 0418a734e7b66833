import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SidePlan } from '../domain/reproduction/cases.ts';
import { sides, type Command, type Side } from '../domain/reproduction/reproduction.ts';
import { splitCommand } from '../domain/reproduction/split-command.ts';
import { checkStep, type ArticleOutput, type Mismatch } from './check-step.ts';
import { CARGO_TARGET, EnvironmentError, type Environment } from './environments.ts';
import { describeExceeded, runProcess, type ProcessResult } from './run-process.ts';
import { stepVariables } from './step-variables.ts';

/** One run of the steps of a side. */
export interface SideRun {
  /** The first mismatch of each judged side; a side without one did as expected. */
  mismatches: Partial<Record<Side, StepMismatch>>;
  /** Output of the last step that ran. */
  output: string;
  /** Working folder, if it was kept. */
  folder: string | undefined;
}

export interface StepMismatch extends Mismatch {
  command: string;
}

export interface SideRequest {
  plan: SidePlan;
  environment: Environment;
  /** Files of the reproduction, those of `broken/` and `fixed/` included. */
  files: ReadonlyMap<string, string>;
  article: ArticleOutput;
  memoryGib: number;
  /** Run before the steps; each must end with 0. */
  advice?: readonly Command[];
  /** Sides whose expectations are compared; that of the plan by default. */
  judged?: readonly Side[];
  /** Leaves the working folder. */
  keep: boolean;
  env: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
  /** Receives each command before it runs. */
  onStep: (command: string) => void;
}

/** Time limit of a command of *What to do*, in seconds: as for a step. */
const ADVICE_SECONDS = 600;

/** Runs the steps of a side in a fresh folder, until one does what no judged side expects. */
export async function runSide(request: SideRequest): Promise<SideRun> {
  const parent = await realpath(os.tmpdir());
  const root = await mkdtemp(path.join(parent, 'known-faults-'));
  const folder = path.join(root, 'work');
  try {
    await writeFiles(folder, request);
    const { mismatches, output } = await runSteps(folder, request);
    return { mismatches, output, folder: request.keep ? folder : undefined };
  } finally {
    if (!request.keep) await rm(root, { recursive: true, force: true });
  }
}

/** Writes the files of both sides, then over them those of the side. */
async function writeFiles(
  folder: string,
  { files, plan, environment }: SideRequest,
): Promise<void> {
  await mkdir(folder);
  const own = `${plan.side}/`;
  const common = [...files].filter(([name]) => !sides.some((side) => name.startsWith(`${side}/`)));
  const overlay = [...files]
    .filter(([name]) => name.startsWith(own))
    .map(([name, text]) => [name.slice(own.length), text] as const);
  for (const [name, text] of [...common, ...overlay]) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    if (path.basename(name) === 'Cargo.toml') await linkTarget(path.dirname(file), environment);
  }
}

/** Keeps what cargo compiles with the environment: dependencies are compiled once. */
async function linkTarget(folder: string, environment: Environment): Promise<void> {
  const target = path.join(environment.folder, CARGO_TARGET);
  await mkdir(target, { recursive: true });
  await symlink(target, path.join(folder, 'target'), 'junction').catch(() => undefined);
}

async function runSteps(
  folder: string,
  request: SideRequest,
): Promise<Pick<SideRun, 'mismatches' | 'output'>> {
  const { plan, article, advice = [], judged = [plan.side], onStep } = request;
  const mismatches: SideRun['mismatches'] = {};
  let output = '';
  const remaining = () => judged.filter((side) => !mismatches[side]);
  const steps = [
    ...advice.map((command) => ({
      ...command,
      seconds: ADVICE_SECONDS,
      broken: undefined,
      fixed: undefined,
    })),
    ...plan.steps,
  ];
  for (const step of steps) {
    onStep(textOf(step));
    const result = await runCommand(step, step.seconds, folder, request);
    output = result.output;
    for (const side of remaining()) {
      const mismatch = checkStep(step[side], result, article);
      if (mismatch) mismatches[side] = { ...mismatch, command: textOf(step) };
    }
    if (remaining().length === 0) break;
  }
  return { mismatches, output };
}

const textOf = ({ run, shell = '' }: Command) => run ?? shell;

async function runCommand(
  { run, shell = '' }: Command,
  seconds: number,
  folder: string,
  { plan, environment, memoryGib, env, signal }: SideRequest,
): Promise<ProcessResult> {
  const args = run === undefined ? ['sh', '-e', '-c', shell] : (splitCommand(run) ?? []);
  const variables = { ...stepVariables(env, environment.folder), ...plan.env };
  const result = await runProcess(args, {
    cwd: folder,
    env: variables,
    limits: { seconds, memoryGib },
    log: path.join(path.dirname(folder), 'output.txt'),
    signal,
  });
  if (result.exceeded === 'disk') throw new EnvironmentError(describeExceeded('disk'));
  return { ...result, output: withoutPaths(result.output, folder, environment, variables) };
}

/**
 * Replaces the folders of this machine by those of an article: `.`, `./venv`, Debian's folder of the library, and nothing
 * for the folder of a crate.
 */
function withoutPaths(
  output: string,
  folder: string,
  { folder: venv, interpreter: { library } }: Environment,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const text = output
    .replaceAll(venv, './venv')
    .replaceAll(folder, '.')
    .replaceAll(library, `/usr/lib/${path.basename(library)}`);
  return crateFolders(env).reduce((rest, crates) => rest.replaceAll(crates, ''), text);
}

/** Returns the folders in which cargo keeps the sources of crates, one for each registry. */
function crateFolders(env: Readonly<Record<string, string | undefined>>): string[] {
  const home = env['CARGO_HOME'] ?? path.join(env['HOME'] ?? '', '.cargo');
  const sources = path.join(home, 'registry', 'src');
  if (!existsSync(sources)) return [];
  return readdirSync(sources).map((name) => path.join(sources, name) + path.sep);
}
