import { withCrate } from './crate-version.ts';
import { EnvironmentError, makeEnvironment } from './environments.ts';
import type { Verdict } from './bisect-releases.ts';
import { withSpecifier } from './requirement-pins.ts';
import type { StepMismatch } from './run-side.ts';
import {
  findInterpreter,
  runTimes,
  type CaseRequest,
  type ReproductionContext,
} from './run-reproduction.ts';
import type { Package } from '../domain/versions/package-name.ts';

/** How a release behaves, and why if it is unknown. */
export interface ReleaseVerdict {
  verdict: Verdict;
  reason?: string;
}

/**
 * Runs the broken side of a case with one release of a package and compares it with both sides.
 *
 * @param wheelOnly whether a release without a wheel for this machine counts as unknown, instead of being compiled
 * @returns `undefined` if the case does not use the package, or cannot run on this machine
 */
export async function judgeRelease(
  { ecosystem, name }: Package,
  version: string,
  wheelOnly: boolean,
  request: CaseRequest,
  context: ReproductionContext,
): Promise<ReleaseVerdict | undefined> {
  const { broken } = request.plan;
  const isCrate = ecosystem === 'crates.io';
  const files = isCrate ? withCrate(request.files, name, `=${version}`) : request.files;
  const side = broken && (isCrate ? broken : withSpecifier(broken, name, `==${version}`));
  if (!side || !files) return undefined;
  const interpreter = findInterpreter(request.plan, side, context);
  if ('reason' in interpreter) return undefined;
  try {
    // The day in `as_of` would hide later releases.
    const environment = await makeEnvironment(
      { ...side, asOf: undefined, interpreter, wheelOnly: wheelOnly ? name : undefined },
      context,
    );
    const judged = ['broken', 'fixed'] as const;
    const run = await runTimes({ ...request, files, side, environment, judged }, context);
    const { broken: asBroken, fixed: asFixed } = run.mismatches;
    if (!asBroken) return { verdict: 'broken' };
    if (!asFixed) return { verdict: 'fixed' };
    return { verdict: 'unknown', reason: reasonOf(asBroken, asFixed) };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { verdict: 'unknown', reason: `not installed: ${mainLine(error.message)}` };
  }
}

/** Returns what a release did that neither side expects: a step of one side may differ from what the other expects of it. */
function reasonOf(asBroken: StepMismatch, asFixed: StepMismatch): string {
  const broken = `${asBroken.command}: ${asBroken.found}`;
  const fixed = `${asFixed.command}: ${asFixed.found}`;
  return broken === fixed ? broken : `not broken: ${broken}; not fixed: ${fixed}`;
}

/** Returns the line of an installer's output that says what went wrong: hints and logs of the build follow it. */
function mainLine(message: string): string {
  const lines = message.split('\n');
  return (lines.find((line) => /^\s*(?:×|error)/i.test(line)) ?? lines.at(-1) ?? '').trim();
}
