import type { PythonRelease } from './python-release.ts';
import type { Build } from '../vocabulary.ts';

/** First minor release of CPython 3 that can be built without the GIL (PEP 703). */
export const FIRST_FREE_THREADED_MINOR = 13;

/**
 * Decides whether an interpreter has a fault of some builds.
 *
 * @param builds with the fault
 * @param build of the interpreter, if known
 * @param python its version, if known; `3.13t` is free-threaded, a version before 3.13 is not
 * @returns `undefined` if it depends on an unknown build
 */
export function affectsBuild(
  builds: readonly Build[],
  build: Build | undefined,
  python: PythonRelease | undefined,
): boolean | undefined {
  const results = possibleInterpreters(build, python).map((one) => hasFault(builds, one));
  return results.every((result) => result === results[0]) ? results[0] : undefined;
}

/** Returns whether a version of Python has a build: there is no free-threaded 3.12, and no 3.13t with the GIL. */
export function isPossibleBuild(build: Build, python: PythonRelease): boolean {
  if (build === 'debug') return true;
  return possibleInterpreters(undefined, python).some(({ base }) => base === build);
}

/** A debug build has the GIL or is free-threaded. */
interface Interpreter {
  base: 'gil' | 'free-threaded';
  isDebug: boolean;
}

function possibleInterpreters(
  build: Build | undefined,
  python: PythonRelease | undefined,
): Interpreter[] {
  const isFreeThreaded = python?.isFreeThreaded === true;
  const canBeFreeThreaded =
    isFreeThreaded || !python || minorOf(python) >= FIRST_FREE_THREADED_MINOR;
  // The version takes precedence: there is no free-threaded 3.12, and no 3.13t with the GIL.
  const bases = (['gil', 'free-threaded'] as const).filter((base) => {
    if (isFreeThreaded) return base === 'free-threaded';
    if (!canBeFreeThreaded) return base === 'gil';
    return build === undefined || base === (build === 'debug' ? 'gil' : build);
  });
  const debug = build === undefined ? [false, true] : [build === 'debug'];
  return bases.flatMap((base) => debug.map((isDebug) => ({ base, isDebug })));
}

/** `debug` together with `gil` means the debug build with the GIL. */
function hasFault(builds: readonly Build[], { base, isDebug }: Interpreter): boolean {
  if (builds.includes(base)) return true;
  return (
    isDebug && builds.includes('debug') && !(base === 'free-threaded' && builds.includes('gil'))
  );
}

function minorOf({ series }: PythonRelease): number {
  return Number(series.split('.')[1]);
}
