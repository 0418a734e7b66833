import * as pep440 from '@renovatebot/pep440';
import type { Build } from '../vocabulary.ts';

/** The supported minor releases of CPython 3. */
const NEWEST_MINOR = 15;
const OLDEST_MINOR = 8;

/** Minor releases whose free-threaded build has a separate name in the facets. */
const FREE_THREADED_MINORS = [13, 14];

/** Upper bound of the micro releases of a series; 3.9 ended at 3.9.25, 3.8 at 3.8.20. */
const MICRO_RELEASES = 40;

/** The supported series, oldest first: `3.8` ... `3.15`. */
export const pythonSeries: readonly string[] = Array.from(
  { length: NEWEST_MINOR - OLDEST_MINOR + 1 },
  (_, i) => `3.${OLDEST_MINOR + i}`,
);

/** The supported interpreters, each free-threaded build after its series: `3.13`, `3.13t`, `3.14`, `3.14t`. */
export const pythonVersions: readonly string[] = pythonSeries.flatMap((series) =>
  FREE_THREADED_MINORS.includes(minorOf(series)) ? [series, `${series}t`] : [series],
);

function minorOf(series: string): number {
  return Number(series.split('.')[1]);
}

/** Returns the releases that a series can have, oldest first: `3.13.0`, `3.13.1` ... */
export function possibleReleases(series: string): string[] {
  return Array.from({ length: MICRO_RELEASES }, (_, micro) => `${series}.${micro}`);
}

/** Matching 40 releases takes about 1 ms, an audit needs thousands of matches, and articles share a few dozen specifiers. */
const cache = new Map<string, readonly string[]>();

/**
 * Returns the releases of a series that match a specifier, oldest first.
 *
 * @param specifier PEP 440 specifier set, already validated
 */
export function matchingReleases(specifier: string, series: string): readonly string[] {
  const key = `${series} ${specifier}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const releases = pep440.filter(possibleReleases(series), specifier, { prereleases: true });
  cache.set(key, releases);
  return releases;
}

/** Returns whether a specifier matches all, some or none of the releases of a series. */
export function seriesCoverage(specifier: string, series: string): 'whole' | 'part' | 'none' {
  const { length } = matchingReleases(specifier, series);
  return length === 0 ? 'none' : length === MICRO_RELEASES ? 'whole' : 'part';
}

/**
 * Returns the interpreters that a fault affects, as names from `pythonVersions`.
 *
 * A plain name (`3.13`) is the build with the GIL, `3.13t` the free-threaded one. `debug` is a variant of both, so it
 * counts only if it is the only build.
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
    return seriesCoverage(specifier, name.replace('t', '')) !== 'none';
  });
}
