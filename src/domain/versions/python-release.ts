import * as pep440 from '@renovatebot/pep440';
import { pythonSeries, releasesOf, releasesWithin, seriesReach } from './python-series.ts';

/** An interpreter as a reader or a program names it. */
export interface PythonRelease {
  /** `3.13` */
  series: string;
  /** `3.13.4`; absent where only the series is known. */
  release?: string;
  /** Named with the `t` of the free-threaded build. */
  isFreeThreaded: boolean;
}

const MAX_LENGTH = 40;

/**
 * `3.13`, `3.13.4`, `3.13t`, `3.14.0rc1`, and what is copied along: `Python 3.13.4`, `==3.13`, the `+` of a build
 * between two releases.
 */
const PYTHON =
  /^(?:python[ \t]{0,9})?={0,3}[ \t]{0,9}v?(\d{1,2}\.\d{1,3})(\.\d{1,3})?(?:(?:a|b|rc)\d{1,2})?\+?(t?)$/i;

/** What may be entered as a Python version, for messages. */
export const pythonGrammar = 'a Python version such as 3.13, 3.13.4, 3.13t, 3.14.0rc1';

/**
 * Reads a version of Python as somebody typed it. A pre-release is read as the release it precedes: it has what that
 * brings, while by the order of PEP 440 `>=3.14` leaves 3.14.0rc1 out.
 *
 * @returns `undefined` for anything else, see `pythonGrammar`
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

/** How a specifier reaches an interpreter: `part` where that hangs on the release of its series. */
export function pythonReach(
  specifier: string,
  { series, release }: PythonRelease,
): 'whole' | 'part' | 'none' {
  if (release === undefined) return seriesReach(specifier, series);
  return pep440.satisfies(release, specifier, { prereleases: true }) ? 'whole' : 'none';
}

/** True when there is an interpreter that the site speaks of and the specifier does not reach. */
export function narrowsPython(specifier: string): boolean {
  return pythonSeries.some((series) => seriesReach(specifier, series) !== 'whole');
}

/** True for an interpreter beyond all that a specifier reaches: some earlier one satisfies it. */
export function isBeyond(specifier: string, { series, release }: PythonRelease): boolean {
  const from = release ?? `${series}.0`;
  const newest = Number(pythonSeries.at(-1)?.split('.')[1]);
  return Array.from({ length: newest + 1 }, (_, minor) => `3.${minor}`).some((earlier) =>
    releasesWithin(specifier, earlier).some((candidate) => pep440.lt(candidate, from)),
  );
}

/**
 * The first release after an interpreter that a specifier does not reach: of its own series, else of the next ones
 * that the site speaks of.
 *
 * @returns `undefined` where there is none
 */
export function nextOutside(
  specifier: string,
  { series, release }: PythonRelease,
): string | undefined {
  const later = pythonSeries.filter((other) => pep440.gt(other, series));
  const own = release === undefined ? [] : releasesOf(series);
  return [...own, ...later.flatMap(releasesOf)].find(
    (candidate) =>
      pep440.gt(candidate, release ?? series) &&
      !releasesWithin(specifier, candidate.replace(/\.\d+$/, '')).includes(candidate),
  );
}
