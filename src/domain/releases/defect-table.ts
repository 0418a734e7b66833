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
  /** Number of defects by interpreter; those that the release does not support are missing. */
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
 * @param pythonTable the Python versions that the releases work with, if there is such a table; releases that it does not
 * cover are left out
 */
export function tabulateDefects(
  ecosystem: Ecosystem,
  releases: readonly InstallableRelease[],
  defects: readonly PackageDefect[],
  pythonTable?: CompatibilityTable,
): ReleaseRow[] {
  const offered = releases.filter(
    ({ version, yanked }) =>
      !yanked &&
      !isPrerelease(ecosystem, version) &&
      (!pythonTable || rowOf(pythonTable, version) !== undefined),
  );
  const lastOfSeries = new Map(
    offered.map((release) => [release.version.split('.').slice(0, 2).join('.'), release]),
  );
  return [...lastOfSeries.values()]
    .slice(-MAX_ROWS)
    .reverse()
    .map((release) => {
      const pythons = pythonVersions.filter((python) => supports(release, python, pythonTable));
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

/** Without a list of wheels, a release counts as supporting a version unless its metadata or the table rules it out. */
function supports(
  { version, requires_python: specifier, wheels }: InstallableRelease,
  python: string,
  pythonTable: CompatibilityTable | undefined,
): boolean {
  const series = seriesOf(python);
  if (specifier !== undefined && seriesCoverage(specifier, series) === 'none') return false;
  const bounds = pythonTable && readBounds('PyPI', rowOf(pythonTable, version)?.works ?? '');
  if (bounds && !isWithinBounds('PyPI', bounds, series)) return false;
  if (wheels === 'any') return true;
  if (wheels !== undefined && wheels.length > 0) return wheels.includes(python);
  // Only a wheel shows that a release supports the free-threaded build.
  return python === series;
}

/** Returns the row of a table that covers a release. */
function rowOf({ package: { ecosystem }, rows }: CompatibilityTable, version: string) {
  return rows.find(({ introduced, fixed }) =>
    isInRanges(ecosystem, [{ introduced, fixed }], version),
  );
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
