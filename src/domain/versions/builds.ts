import type { PythonRelease } from './python-release.ts';
import type { Build } from '../vocabulary.ts';

/** First minor release of CPython 3 that can be built without the GIL (PEP 703). */
export const FIRST_FREE_THREADED_MINOR = 13;

/**
 * Whether an interpreter has a fault of some builds.
 *
 * @param builds those that have the fault
 * @param build of the interpreter, if known
 * @param python its version, if known: a `t` says free-threaded, one before 3.13 says that it is not
 * @returns `undefined` where that hangs on a build that is not known
 */
export function reachesBuild(
  builds: readonly Build[],
  build: Build | undefined,
  python: PythonRelease | undefined,
): boolean | undefined {
  const answers = possible(build, python).map((interpreter) => hasFault(builds, interpreter));
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}

/** What an interpreter is: a debug build is one with the GIL or one without it as well. */
interface Interpreter {
  base: 'gil' | 'free-threaded';
  isDebug: boolean;
}

/** Each thing that the interpreter may be. */
function possible(build: Build | undefined, python: PythonRelease | undefined): Interpreter[] {
  const isFreeThreaded = python?.isFreeThreaded === true;
  const canBeFreeThreaded = isFreeThreaded || !python || minorOf(python) >= FIRST_FREE_THREADED_MINOR;
  // The version is believed before the build: there is no free-threaded 3.12, and no 3.13t with a GIL.
  const bases = (['gil', 'free-threaded'] as const).filter((base) => {
    if (isFreeThreaded) return base === 'free-threaded';
    if (!canBeFreeThreaded) return base === 'gil';
    return build === undefined || base === (build === 'debug' ? 'gil' : build);
  });
  const debug = build === undefined ? [false, true] : [build === 'debug'];
  return bases.flatMap((base) => debug.map((isDebug) => ({ base, isDebug })));
}

/** `debug` beside `gil` speaks of the debug build with the GIL. */
function hasFault(builds: readonly Build[], { base, isDebug }: Interpreter): boolean {
  if (builds.includes(base)) return true;
  return (
    isDebug && builds.includes('debug') && !(base === 'free-threaded' && builds.includes('gil'))
  );
}

function minorOf({ series }: PythonRelease): number {
  return Number(series.split('.')[1]);
}
