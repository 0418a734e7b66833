import { PYTHON, type CompatibilityTable } from '../compatibility/compatibility-table.ts';
import type { AffectedRange } from '../facts/affected-schema.ts';
import { packageKey, type Package } from '../versions/package-name.ts';
import { isWithinBounds, readBounds, type VersionBounds } from '../versions/version-bounds.ts';
import { compareVersions } from '../versions/versions.ts';
import type { Ecosystem } from '../vocabulary.ts';
import { rangesByPackage } from './evaluate-fault.ts';
import { rangeConditions, type RangeCondition } from './range-conditions.ts';

/** Consecutive versions of a package that fail, and work, with the same versions of its partners. */
export interface PairRow {
  versions: VersionBounds;
  /** Each entry is one combination that fails; empty if these versions do not have the fault. */
  fails: RangeCondition[][];
  /** Versions of the partner that do not fail; `undefined` if several partners decide together. */
  works?: VersionBounds[];
}

/** The versions of a package, and which versions of its partners they fail with. */
export interface PairMatrix extends Package {
  /** Names of the partners; `Python` for the interpreter. A pair has one. */
  partners: string[];
  /** Newest versions first. Versions older than the first affected ones are left out. */
  rows: PairRow[];
}

/**
 * Returns a matrix for each package of an incompatibility and each set of partners. The ends of the ranges divide the
 * versions of the package into rows; the conditions of the ranges divide the versions of the partner.
 *
 * @param table states which versions work; without one, all that do not fail count as working
 */
export function pairMatrices(
  affected: readonly AffectedRange[],
  table?: CompatibilityTable,
): PairMatrix[] {
  return [...rangesByPackage(affected).values()].flatMap((ranges) => {
    const byPartners = new Map<string, Combination[]>();
    for (const range of ranges) {
      const conditions = rangeConditions(range);
      if (conditions.length === 0) continue;
      const key = JSON.stringify(conditions.map(({ name }) => name));
      byPartners.set(key, [...(byPartners.get(key) ?? []), { range, conditions }]);
    }
    const [{ ecosystem, package: name }] = ranges;
    return [...byPartners.values()].map((combinations) => {
      const partners = combinations[0]?.conditions.map((condition) => condition.name) ?? [];
      const stated = table && isAbout(table, { ecosystem, name }, partners) ? table : undefined;
      return { ecosystem, name, partners, rows: rowsOf(ecosystem, combinations, stated) };
    });
  });
}

interface Combination {
  range: AffectedRange;
  conditions: RangeCondition[];
}

/** True for a table about a package and its only partner. */
function isAbout(
  table: CompatibilityTable,
  { ecosystem, name }: Package,
  [partner, ...more]: readonly string[],
): boolean {
  const key = (other: string) => packageKey(ecosystem, other);
  return (
    more.length === 0 &&
    table.package.ecosystem === ecosystem &&
    key(table.package.name) === key(name) &&
    (table.with === PYTHON ? partner === 'Python' : key(table.with) === key(partner ?? ''))
  );
}

function rowsOf(
  ecosystem: Ecosystem,
  combinations: readonly Combination[],
  table: CompatibilityTable | undefined,
): PairRow[] {
  const limits = combinations.flatMap(({ range }) => [range.introduced, range.fixed]);
  const rows: PairRow[] = [];
  for (const versions of segments(ecosystem, limits)) {
    const fails = combinations
      .filter(({ range }) => contains(ecosystem, bounds(range.introduced, range.fixed), versions))
      .map(({ conditions }) => conditions);
    const works = table ? statedWorks(table, versions) : notFailing(combinations, fails);
    const isOutsideOfData =
      fails.length === 0 && (versions.from === undefined || works?.length === 0);
    if (isOutsideOfData) continue;
    const row = { versions, fails, ...(works && { works }) };
    const older = rows.at(-1);
    if (older && isContinuedBy(older, row)) older.versions = joined(older.versions, versions);
    else rows.push(row);
  }
  return rows.reverse();
}

/** True if two neighboring rows say the same about their versions. */
function isContinuedBy(older: PairRow, newer: PairRow): boolean {
  const { versions: until, ...said } = older;
  const { versions: since, ...saidNext } = newer;
  return until.before === since.from && JSON.stringify(said) === JSON.stringify(saidNext);
}

/** Returns what a table states about the versions of a row; empty if it does not list them. */
function statedWorks(
  { package: { ecosystem }, with: other, rows }: CompatibilityTable,
  versions: VersionBounds,
): VersionBounds[] {
  const stated = rows.find(({ introduced, fixed }) =>
    contains(ecosystem, bounds(introduced, fixed), versions),
  );
  return stated ? [readBounds(other === PYTHON ? 'PyPI' : ecosystem, stated.works) ?? {}] : [];
}

/** Returns the versions of the only partner outside of those that fail. */
function notFailing(
  [first]: readonly Combination[],
  fails: readonly RangeCondition[][],
): VersionBounds[] | undefined {
  const [partner, ...more] = first?.conditions ?? [];
  if (!partner || more.length > 0) return undefined;
  const { ecosystem } = partner;
  const failing = fails.flatMap(([condition]) => condition?.bounds ?? []);
  const limits = failing.flatMap(({ from, before }) => [from, before]);
  const works: VersionBounds[] = [];
  for (const versions of segments(ecosystem, limits)) {
    if (failing.some((bounds) => contains(ecosystem, bounds, versions))) continue;
    const older = works.at(-1);
    if (older && older.before === versions.from) works[works.length - 1] = joined(older, versions);
    else works.push(versions);
  }
  return works;
}

/** Divides all versions at the limits, oldest first. */
function segments(ecosystem: Ecosystem, limits: readonly (string | undefined)[]): VersionBounds[] {
  const sorted = limits
    .filter((limit) => limit !== undefined)
    .sort((a, b) => compareVersions(ecosystem, a, b))
    .filter(
      (limit, i, all) => compareVersions(ecosystem, all[i - 1] ?? limit, limit) < 0 || i === 0,
    );
  return [undefined, ...sorted].map((from, i) => bounds(from, sorted[i]));
}

const bounds = (from: string | undefined, before: string | undefined): VersionBounds => ({
  ...(from !== undefined && { from }),
  ...(before !== undefined && { before }),
});

const joined = ({ from }: VersionBounds, { before }: VersionBounds) => bounds(from, before);

/** True if an interval contains a segment, whose beginning decides: no limit of the interval divides it. */
function contains(ecosystem: Ecosystem, interval: VersionBounds, { from }: VersionBounds): boolean {
  return from === undefined
    ? interval.from === undefined
    : isWithinBounds(ecosystem, interval, from);
}
