import * as pep440 from '@renovatebot/pep440';
import type { Build } from './vocabulary.ts';

/** Newest minor release of CPython 3 that the site speaks of. */
const NEWEST_MINOR = 15;
const OLDEST_MINOR = 8;

/** Minor releases whose free-threaded build readers ask for by its own name. */
const FREE_THREADED_MINORS = [13, 14];

/**
 * No series of CPython has had more micro releases than this (3.9 ended at 3.9.25, 3.8 at 3.8.20).
 * A specifier such as `==3.13.4` reaches 3.13 through one of them.
 */
const MICRO_RELEASES = 40;

/** The names by which readers ask for an interpreter, oldest first: `3.8` ... `3.15`, `3.13t`, `3.14t`. */
export const pythonVersions: readonly string[] = minors().flatMap((minor) =>
  FREE_THREADED_MINORS.includes(minor) ? [`3.${minor}`, `3.${minor}t`] : [`3.${minor}`],
);

function minors(): number[] {
  return Array.from({ length: NEWEST_MINOR - OLDEST_MINOR + 1 }, (_, i) => OLDEST_MINOR + i);
}

/** True when any release of the series `3.<minor>` satisfies the specifier. */
function reachesSeries(specifier: string, series: string): boolean {
  for (let micro = 0; micro < MICRO_RELEASES; micro++) {
    if (pep440.satisfies(`${series}.${micro}`, specifier)) return true;
  }
  return false;
}

/**
 * The interpreters that a fault reaches, as names from `pythonVersions`.
 *
 * A plain name (`3.13`) stands for the build with the GIL, `3.13t` for the free-threaded one.
 * `debug` is a flavour of both, so it adds no name of its own unless it is the only build given.
 *
 * @param specifier PEP 440 specifier set of the fact `python`, already validated
 * @param builds the fact `builds`
 */
export function affectedPythons(specifier: string, builds: readonly Build[]): string[] {
  const withGil = builds.includes('gil') || builds.every((build) => build === 'debug');
  const freeThreaded = builds.includes('free-threaded');
  const reached = new Map<string, boolean>();
  return pythonVersions.filter((name) => {
    const isFreeThreaded = name.endsWith('t');
    if (isFreeThreaded ? !freeThreaded : !withGil) return false;
    const series = isFreeThreaded ? name.slice(0, -1) : name;
    if (!reached.has(series)) reached.set(series, reachesSeries(specifier, series));
    return reached.get(series) === true;
  });
}
