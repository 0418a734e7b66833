import type { CasePlan, SidePlan } from '../domain/reproduction/cases.ts';
import type { Command, Side } from '../domain/reproduction/reproduction.ts';
import type { ShownOutput } from '../content/reproduction/shown-code.ts';
import {
  EnvironmentError,
  makeEnvironment,
  type Environment,
  type EnvironmentContext,
} from './environments.ts';
import { chooseInterpreter, type Interpreter } from './interpreters.ts';
import { missingRequirements } from './missing-requirements.ts';
import { runSide, type SideRun, type StepMismatch } from './run-side.ts';

/** What is run: a side, or the advice of the article in the environment of the broken side. */
export type Part = Side | 'advice';

export const parts: readonly Part[] = ['broken', 'fixed', 'advice'];

/** How a part of a case went. */
export interface PartResult {
  case: string;
  part: Part;
  /** `blocked`: the environment could not be made, so nothing was compared. */
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

export interface CaseRequest {
  plan: CasePlan;
  files: ReadonlyMap<string, string>;
  outputs: readonly ShownOutput[];
}

/**
 * Runs a part of a case; nothing if the case does not have it.
 *
 * @param key see `EnvironmentRequest`
 */
export async function runPart(
  part: Part,
  request: CaseRequest,
  context: ReproductionContext,
  key?: string,
): Promise<PartResult[]> {
  const { plan } = request;
  const side = sideOf(part, plan);
  if (!side) return [];
  const started = performance.now();
  const result = await runOrExplain(part, side, request, context, key);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return [{ case: plan.name, part, ...result, seconds }];
}

/**
 * Returns what runs for a part: for the advice, the steps and the files of the fixed side in the environment of the broken
 * one; `undefined` if the case does not have it.
 */
export function sideOf(part: Part, plan: CasePlan): SidePlan | undefined {
  if (part !== 'advice') return plan[part];
  const { advice, broken, fixed } = plan;
  if (advice.length === 0 || !broken || !fixed) return undefined;
  const { python, packages, overrides } = broken;
  return { ...fixed, python, packages, overrides };
}

type Outcome = Omit<PartResult, 'case' | 'part' | 'seconds'>;

async function runOrExplain(
  part: Part,
  side: SidePlan,
  request: CaseRequest,
  context: ReproductionContext,
  key: string | undefined,
): Promise<Outcome> {
  const missing = missingRequirements(request.plan.requires, context.env);
  const interpreter = chooseInterpreter(context.interpreters, side.python);
  if (!interpreter) missing.push(`needs Python ${side.python ?? '3'}, which was not found`);
  if (missing.length > 0 || !interpreter)
    return { status: 'cannot-run', reason: missing.join('; ') };
  const python = interpreter.version + (interpreter.isFreeThreaded ? 't' : '');
  const advice: readonly Command[] = part === 'advice' ? request.plan.advice : [];
  // The advice changes its environment, which is made anew each time; that of the broken side is kept.
  const ownKey = part === 'advice' ? [key, 'advice'].join(' ') : key;
  try {
    context.onStep('installs packages');
    const environment = await makeEnvironment({ ...side, interpreter, key: ownKey }, context);
    const run = await runTimes(side, environment, advice, request, context);
    const mismatch = run.mismatches[side.side];
    return {
      status: mismatch ? 'differs' : 'as-claimed',
      python,
      packages: Object.fromEntries(environment.packages),
      ...(mismatch && { mismatch, output: run.output }),
      ...(run.folder !== undefined && { folder: run.folder }),
    };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { status: 'blocked', python, reason: error.message };
  }
}

/** Runs a fault that depends on chance until it shows; the fixed side must work each time. */
async function runTimes(
  plan: SidePlan,
  environment: Environment,
  advice: readonly Command[],
  { plan: { times, memoryGib, varies }, files, outputs }: CaseRequest,
  { keep, env, signal, onStep }: ReproductionContext,
): Promise<SideRun> {
  const article = { outputs, varies };
  for (let count = 1; ; count++) {
    const run = await runSide({
      ...{ plan, environment, files, article, memoryGib, keep, env, signal, onStep },
      // The first run has changed the environment.
      advice: count === 1 ? advice : [],
    });
    const isDecided =
      plan.side === 'broken' ? !run.mismatches.broken : Boolean(run.mismatches.fixed);
    if (isDecided || count >= times || signal.aborted) return run;
  }
}
