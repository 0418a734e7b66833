import * as pep440 from '@renovatebot/pep440';
import {
  pythonSeries,
  possibleReleases,
  matchingReleases,
  seriesCoverage,
} from './python-series.ts';

/** A version of Python as a reader or a program writes it. */
export interface PythonRelease {
  /** `3.13` */
  series: string;
  /** `3.13.4`; absent if only the series is known. */
  release?: string;
  /** True if written with the `t` of the free-threaded build. */
  isFreeThreaded: boolean;
}

const MAX_LENGTH = 40;

/**
 * `3.13`, `3.13.4`, `3.13t`, `3.14.0rc1`, with what is often copied along: `Python 3.13.4`, `==3.13`, the `+` of a build
 * between two releases.
 */
const PYTHON =
  /^(?:python[ \t]{0,9})?={0,3}[ \t]{0,9}v?(\d{1,2}\.\d{1,3})(\.\d{1,3})?(?:(?:a|b|rc)\d{1,2})?\+?(t?)$/i;

/** Describes a valid version of Python, for messages. */
export const pythonGrammar = 'a Python version such as 3.13, 3.13.4, 3.13t, 3.14.0rc1';

/**
 * Parses a version of Python. A pre-release is read as its release, whose changes it already has, although in PEP 440
 * `>=3.14` excludes 3.14.0rc1.
 *
 * @returns `undefined` for an invalid version, see `pythonGrammar`
 */
export function readPython(text: string): PythonRelease | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const [, series, micro, flag] = PYTHON.exec(trimmed) ?? [];
  if (series === undefined) return undefined;
  return {
    series,
    ...(micro !== undefined && { release: series + micro }),
    isFreeThreaded: flag !== '',
  };
}

/** Returns whether a specifier matches an interpreter; `part` if only some releases of its series match. */
export function pythonCoverage(
  specifier: string,
  { series, release }: PythonRelease,
): 'whole' | 'part' | 'none' {
  if (release === undefined) return seriesCoverage(specifier, series);
  return pep440.satisfies(release, specifier, { prereleases: true }) ? 'whole' : 'none';
}

/** True for a specifier that does not match every supported interpreter. */
export function restrictsPython(specifier: string): boolean {
  return pythonSeries.some((series) => seriesCoverage(specifier, series) !== 'whole');
}

/** True if a specifier matches some release before an interpreter. */
export function isAfterMatch(specifier: string, { series, release }: PythonRelease): boolean {
  const from = release ?? `${series}.0`;
  const newest = Number(pythonSeries.at(-1)?.split('.')[1]);
  return Array.from({ length: newest + 1 }, (_, minor) => `3.${minor}`).some((earlier) =>
    matchingReleases(specifier, earlier).some((candidate) => pep440.lt(candidate, from)),
  );
}

/**
 * Returns the first release after an interpreter that a specifier does not match, in its own or a later supported series;
 * `undefined` if there is none.
 */
export function nextUnmatched(
  specifier: string,
  { series, release }: PythonRelease,
): string | undefined {
  const later = pythonSeries.filter((other) => pep440.gt(other, series));
  const own = release === undefined ? [] : possibleReleases(series);
  return [...own, ...later.flatMap(possibleReleases)].find(
    (candidate) =>
      pep440.gt(candidate, release ?? series) &&
      !matchingReleases(specifier, candidate.replace(/\.\d+$/, '')).includes(candidate),
  );
}
