import * as pep440 from '@renovatebot/pep440';
import type { Build } from '../vocabulary.ts';

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

/** The series of which readers choose, oldest first: `3.8` ... `3.15`. */
export const pythonSeries: readonly string[] = Array.from(
  { length: NEWEST_MINOR - OLDEST_MINOR + 1 },
  (_, i) => `3.${OLDEST_MINOR + i}`,
);

/** The names by which readers ask for an interpreter, oldest first: `3.8` ... `3.15`, `3.13t`, `3.14t`. */
export const pythonVersions: readonly string[] = pythonSeries.flatMap((series) =>
  FREE_THREADED_MINORS.includes(minorOf(series)) ? [series, `${series}t`] : [series],
);

function minorOf(series: string): number {
  return Number(series.split('.')[1]);
}

/** The releases that a series can have, oldest first: `3.13.0`, `3.13.1` ... */
export function releasesOf(series: string): string[] {
  return Array.from({ length: MICRO_RELEASES }, (_, micro) => `${series}.${micro}`);
}

/** What has been asked of a specifier already: articles share a few dozen of them. */
const known = new Map<string, readonly string[]>();

/**
 * The releases of a series that satisfy a specifier, oldest first: `3.13.4`.
 *
 * @param specifier PEP 440 specifier set, already validated
 */
export function releasesWithin(specifier: string, series: string): readonly string[] {
  const key = `${series} ${specifier}`;
  let found = known.get(key);
  if (!found) {
    found = pep440.filter(releasesOf(series), specifier, { prereleases: true });
    known.set(key, found);
  }
  return found;
}

/** How far a specifier reaches into a series of Python. */
export function seriesReach(specifier: string, series: string): 'whole' | 'part' | 'none' {
  const { length } = releasesWithin(specifier, series);
  return length === 0 ? 'none' : length === MICRO_RELEASES ? 'whole' : 'part';
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
  return pythonVersions.filter((name) => {
    const isFreeThreaded = name.endsWith('t');
    if (isFreeThreaded ? !freeThreaded : !withGil) return false;
    return seriesReach(specifier, name.replace('t', '')) !== 'none';
  });
}
