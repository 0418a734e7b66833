import type { Facts } from '../domain/facts/facts.ts';
import type { CasePlan, SidePlan } from '../domain/reproduction/cases.ts';
import type { Command, Evidence, Side } from '../domain/reproduction/reproduction.ts';
import type { ShownOutput } from '../content/reproduction/shown-code.ts';
import {
  EnvironmentError,
  makeEnvironment,
  refreshEnvironment,
  type Environment,
  type EnvironmentContext,
} from './environments.ts';
import { chooseInterpreter, type Interpreter } from './interpreters.ts';
import { describeVersions } from './describe-versions.ts';
import { missingRequirements } from './missing-requirements.ts';
import { newestPlan } from './newest-plan.ts';
import { runSide, type SideRun, type StepMismatch } from './run-side.ts';

/**
 * A part of a case: a side; `advice`, the commands of *What to do* in the environment of the broken side; `newest`, the
 * newest releases of the concerned packages.
 */
export type Part = Side | 'advice' | 'newest';

/** The parts that run unless others are asked for. */
export const defaultParts = ['broken', 'fixed', 'advice'] as const satisfies readonly Part[];

/** How a part of a case went. */
export interface PartResult {
  case: string;
  part: Part;
  /** See `CasePlan`. */
  shows: Evidence;
  /** `blocked`: the environment could not be made, or the disk is full, so nothing was compared. */
  status: 'as-claimed' | 'differs' | 'blocked' | 'cannot-run';
  /** Why it cannot run, or the end of the installer's output. */
  reason?: string;
  mismatch?: StepMismatch;
  /** Output of the last step, if it differs. */
  output?: string;
  /** `3.11.7`, `3.13.0t` */
  python?: string;
  /** Installed versions by normalized name. */
  packages?: Readonly<Record<string, string>>;
  /** The versions that distinguish the side: `cython 3.0.12`. */
  versions?: string;
  /** Working folder, if it was kept. */
  folder?: string;
  seconds: number;
}

/** Dependencies of what runs reproductions. */
export interface ReproductionContext extends EnvironmentContext {
  interpreters: readonly Interpreter[];
  /** Leaves the working folders. */
  keep: boolean;
  /** Receives what runs now. */
  onStep: (text: string) => void;
}

/** A case with what its article shows. */
export interface CaseRequest {
  plan: CasePlan;
  files: ReadonlyMap<string, string>;
  outputs: readonly ShownOutput[];
}

/** A part to run, see `requestPart`. */
export interface PartRequest extends CaseRequest {
  part: Part;
  side: SidePlan;
  /** See `EnvironmentRequest`. */
  key?: string;
}

/** Runs a part of a case, unless this machine lacks something. */
export async function runPart(
  request: PartRequest,
  context: ReproductionContext,
): Promise<PartResult> {
  const started = performance.now();
  const result = await runOrExplain(request, context);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const { name, shows } = request.plan;
  return { case: name, part: request.part, shows, ...result, seconds };
}

/**
 * Returns what runs for a part: for the advice, the steps and the files of the fixed side in the environment of the broken
 * one; `undefined` if the case does not have it.
 */
export function requestPart(
  part: Part,
  request: CaseRequest,
  facts: Facts,
): PartRequest | undefined {
  const { plan, files } = request;
  if (part === 'newest') {
    const newest = newestPlan(plan, files, facts);
    const varies = [...plan.varies, ...lineNumbers(request.outputs)];
    return newest && { ...request, ...newest, plan: { ...plan, varies }, part };
  }
  const side = part === 'advice' ? adviceSide(plan) : plan[part];
  return side && { ...request, part, side };
}

function adviceSide({ advice, broken, fixed }: CasePlan): SidePlan | undefined {
  if (advice.length === 0 || !broken || !fixed) return undefined;
  const { python, packages, overrides } = broken;
  return { ...fixed, python, packages, overrides };
}

/** Returns the line numbers in tracebacks: those in files of packages differ from release to release. */
const lineNumbers = (outputs: readonly ShownOutput[]): string[] =>
  outputs.flatMap(({ text }) => text.match(/, line \d{1,6}, in /g) ?? []);

type Outcome = Omit<PartResult, 'case' | 'part' | 'shows' | 'seconds'>;

async function runOrExplain(request: PartRequest, context: ReproductionContext): Promise<Outcome> {
  const { part, side, plan, key } = request;
  const found = findInterpreter(plan, side, context);
  if ('reason' in found) return { status: 'cannot-run', ...found };
  const python = found.version + (found.isFreeThreaded ? 't' : '');
  try {
    context.onStep('installs packages');
    const environment = await makeEnvironment({ ...side, interpreter: found, key }, context);
    const advice = part === 'advice' ? plan.advice : [];
    const run = await runTimes({ ...request, environment, advice }, context);
    const packages = Object.fromEntries((await refreshEnvironment(environment)).packages);
    // The advice changes what distinguishes the broken side.
    const described = part === 'advice' ? (plan.broken ?? side) : side;
    const mismatch = run.mismatches[side.side];
    return {
      status: mismatch ? 'differs' : 'as-claimed',
      python,
      packages,
      versions: describeVersions(plan, described, packages, python),
      ...(mismatch && { mismatch, output: run.output }),
      ...(run.folder !== undefined && { folder: run.folder }),
    };
  } catch (error) {
    // Of this machine, such as a full disk. It must not end the run of the other articles.
    const isOfMachine = error instanceof Error && 'syscall' in error;
    if (!isOfMachine && !(error instanceof EnvironmentError)) throw error;
    return { status: 'blocked', python, reason: error.message };
  }
}

/** Returns the interpreter for a side, or why the case cannot run here. */
export function findInterpreter(
  { requires }: CasePlan,
  { python }: SidePlan,
  { env, interpreters }: ReproductionContext,
): Interpreter | { reason: string } {
  const missing = missingRequirements(requires, env);
  const interpreter = chooseInterpreter(interpreters, python);
  if (interpreter && missing.length === 0) return interpreter;
  if (!interpreter) missing.push(`needs Python ${python ?? '3'}, which was not found`);
  return { reason: missing.join('; ') };
}

interface TimesRequest extends CaseRequest {
  side: SidePlan;
  environment: Environment;
  advice?: readonly Command[];
  /** See `SideRequest`. */
  judged?: readonly Side[];
}

/** Runs a side; a fault that depends on chance until it shows. The fixed side must work each time. */
export async function runTimes(
  { side, environment, advice = [], judged = [side.side], plan, files, outputs }: TimesRequest,
  { keep, env, signal, onStep }: ReproductionContext,
): Promise<SideRun> {
  const { times, memoryGib, varies } = plan;
  for (let count = 1; ; count++) {
    const run = await runSide({
      ...{ environment, files, memoryGib, judged, keep, env, signal, onStep },
      plan: side,
      article: { outputs, varies },
      // The first run has changed the environment.
      advice: count === 1 ? advice : [],
    });
    const isDecided =
      side.side === 'broken' ? !run.mismatches.broken : run.mismatches.fixed !== undefined;
    if (isDecided || count >= times || signal.aborted) return run;
  }
}
