import { isInRanges } from '../affected/evaluate-package.ts';
import type { CompatibilityTable } from '../compatibility/compatibility-table.ts';
import type { AffectedRange } from '../facts/affected-schema.ts';
import { pythonVersions, seriesCoverage } from '../versions/python-series.ts';
import { isWithinBounds, readBounds } from '../versions/version-bounds.ts';
import { isPrerelease } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';
import type { Release } from './releases.ts';

/** A defect of a package. */
export interface PackageDefect {
  id: string;
  /** The interpreters on which it occurs, as names from `pythonVersions`. */
  pythons: readonly string[];
  /** The releases that have it. */
  ranges: readonly AffectedRange[];
}

/** A release, and the interpreters that have a wheel of it if that is known. */
export type InstallableRelease = Release & { wheels?: 'any' | readonly string[] | undefined };

/** The last release of a series such as 2.3. */
export interface ReleaseRow {
  version: string;
  /** Number of defects by interpreter; those on which the release does not install are missing. */
  counts: ReadonlyMap<string, number>;
  /** Ids of the defects on any of these interpreters. */
  defects: readonly string[];
}

/** Maximum number of rows: four years of a package with three minor releases a year. */
const MAX_ROWS = 12;

/**
 * Counts the known defects of the last release of each minor series on each interpreter, newest release first. Pre-releases
 * and yanked releases are left out, since installers do not choose them.
 *
 * @param releases in version order
 * @param pythonTable the Python versions that the releases work with, if there is such a table
 */
export function tabulateDefects(
  ecosystem: Ecosystem,
  releases: readonly InstallableRelease[],
  defects: readonly PackageDefect[],
  pythonTable?: CompatibilityTable,
): ReleaseRow[] {
  const offered = releases.filter(
    ({ version, yanked }) => !yanked && !isPrerelease(ecosystem, version),
  );
  const lastOfSeries = new Map(
    offered.map((release) => [release.version.split('.').slice(0, 2).join('.'), release]),
  );
  return [...lastOfSeries.values()]
    .slice(-MAX_ROWS)
    .reverse()
    .map((release) => {
      const pythons = pythonVersions.filter((python) => installsOn(release, python, pythonTable));
      const found = pythons.map((python) =>
        defects.filter((defect) => hasDefect(ecosystem, release.version, python, defect)),
      );
      return {
        version: release.version,
        counts: new Map(pythons.map((python, index) => [python, found[index]?.length ?? 0])),
        defects: [...new Set(found.flat().map(({ id }) => id))].sort(),
      };
    });
}

const seriesOf = (python: string) => python.replace('t', '');

/** Without a list of wheels, a release counts as installable unless its metadata or the table rules the version out. */
function installsOn(
  { version, requires_python: specifier, wheels }: InstallableRelease,
  python: string,
  pythonTable: CompatibilityTable | undefined,
): boolean {
  const series = seriesOf(python);
  if (specifier !== undefined && seriesCoverage(specifier, series) === 'none') return false;
  if (wheels === 'any') return true;
  if (wheels !== undefined && wheels.length > 0) return wheels.includes(python);
  // Only a wheel shows that a release supports the free-threaded build.
  if (python !== series) return false;
  const row = pythonTable?.rows.find(({ introduced, fixed }) =>
    isInRanges(pythonTable.package.ecosystem, [{ introduced, fixed }], version),
  );
  const bounds = row && readBounds('PyPI', row.works);
  return bounds === undefined || isWithinBounds('PyPI', bounds, series);
}

function hasDefect(
  ecosystem: Ecosystem,
  version: string,
  python: string,
  { pythons, ranges }: PackageDefect,
): boolean {
  if (!pythons.includes(python)) return false;
  const applying = ranges.filter(
    (range) =>
      range.python === undefined || seriesCoverage(range.python, seriesOf(python)) !== 'none',
  );
  return isInRanges(ecosystem, applying, version);
}
