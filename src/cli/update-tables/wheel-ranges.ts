import type { Release } from '../../domain/releases/releases.ts';
import { seriesCoverage } from '../../domain/versions/python-series.ts';
import { isPrerelease } from '../../domain/versions/versions.ts';

/** Releases that have a wheel: all from the first to the last, except a few. */
export interface WheelRange {
  from: string;
  to: string;
  except: string[];
}

/** Maximum number of releases without a wheel in a range (chosen: a cell stays readable). */
const MAX_EXCEPTIONS = 2;

/**
 * Returns the releases that installers choose from: neither yanked nor a pre-release. A package that has pre-releases
 * only is installed from these.
 *
 * @param releases in version order
 */
export function offeredReleases(releases: readonly Release[]): Release[] {
  const kept = releases.filter(({ yanked }) => !yanked);
  const stable = kept.filter(({ version }) => !isPrerelease('PyPI', version));
  return stable.length === 0 ? kept : stable;
}

/**
 * Returns the last range of releases with a wheel. An earlier range counts only if few releases separate them: a wheel
 * for every platform before there was compiled code tells nothing about later releases.
 *
 * @param releases in version order
 * @param pythons interpreters such as `3.13t`, of which one is enough
 */
export function wheelRange(
  releases: readonly Release[],
  pythons: readonly string[],
): WheelRange | undefined {
  let range: WheelRange | undefined;
  let missing: string[] = [];
  for (const release of releases.toReversed()) {
    const { version } = release;
    if (!pythons.some((python) => hasWheel(release, python))) {
      if (range) missing.unshift(version);
    } else {
      const except: string[] = [...missing, ...(range?.except ?? [])];
      if (except.length > MAX_EXCEPTIONS) break;
      range = { from: version, to: range?.to ?? version, except };
      missing = [];
    }
  }
  return range;
}

function hasWheel({ wheels = [], requires_python }: Release, python: string): boolean {
  if (wheels !== 'any' && !wheels.includes(python)) return false;
  // Wheels for every Python 3, and those for the stable ABI, do not say which series the release dropped.
  const series = python.replace('t', '');
  return requires_python === undefined || seriesCoverage(requires_python, series) !== 'none';
}

/**
 * Formats a range: `≥ 2.1.0` if the newest release has a wheel, otherwise `1.17.3–1.24.4`, and `—` for none. Releases
 * without a wheel follow: `≥ 2.1.0, ≠ 2.1.2`.
 *
 * @param newest release of the package
 */
export function formatRange(range: WheelRange | undefined, newest: string): string {
  if (!range) return '—';
  const { from, to, except } = range;
  const span = to === newest ? `≥ ${from}` : from === to ? from : `${from}–${to}`;
  return [span, ...except.map((version) => `≠ ${version}`)].join(', ');
}
