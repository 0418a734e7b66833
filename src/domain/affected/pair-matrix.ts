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
  package: Package;
  versions: VersionBounds;
  /** Each entry is one combination that fails; empty if these versions do not have the fault. */
  fails: RangeCondition[][];
  /** Versions of the partner that do not fail; `undefined` if several partners decide together. */
  works?: VersionBounds[];
}

/** The versions of packages, and which versions of their partners they fail with. */
export interface PairMatrix {
  /** Names of the partners; `Python` for the interpreter. A pair has one. */
  partners: string[];
  /**
   * By package, newest versions first. Versions older than the first affected ones are left out; with several packages, all
   * that do not fail.
   */
  rows: PairRow[];
  /** Tables that state which versions work. */
  tables: CompatibilityTable[];
}

/**
 * Returns a matrix for each set of partners of an incompatibility. The ends of the ranges divide the versions of a package
 * into rows; the conditions of the ranges divide the versions of the partner.
 *
 * @param tables state which versions work; without one, all that do not fail count as working
 */
export function pairMatrices(
  affected: readonly AffectedRange[],
  tables: readonly CompatibilityTable[] = [],
): PairMatrix[] {
  const byPartners = new Map<string, AffectedRange[]>();
  for (const range of affected) {
    const key = JSON.stringify(partnersOf(range));
    byPartners.set(key, [...(byPartners.get(key) ?? []), range]);
  }
  return [...byPartners.values()].flatMap((group) => {
    const partners = group[0] ? partnersOf(group[0]) : [];
    if (partners.length === 0) return [];
    const byPackage = [...rangesByPackage(group).values()].map(([first, ...ranges]) => {
      const own: Package = { ecosystem: first.ecosystem, name: first.package };
      const table = tables.find((candidate) => isAbout(candidate, own, partners));
      return { table, rows: rowsOf(own, [first, ...ranges], partners, table) };
    });
    const rows = byPackage.flatMap((one) => one.rows);
    return [
      {
        partners,
        rows: byPackage.length > 1 ? rows.filter(({ fails }) => fails.length > 0) : rows,
        tables: byPackage.flatMap(({ table }) => table ?? []),
      },
    ];
  });
}

const partnersOf = (range: AffectedRange) => rangeConditions(range).map(({ name }) => name);

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

/** Returns the rows of one package, whose ranges have the same partners. */
function rowsOf(
  own: Package,
  ranges: readonly AffectedRange[],
  partners: readonly string[],
  table: CompatibilityTable | undefined,
): PairRow[] {
  const { ecosystem } = own;
  const limits = ranges.flatMap(({ introduced, fixed }) => [introduced, fixed]);
  const rows: PairRow[] = [];
  for (const versions of segments(ecosystem, limits)) {
    const fails = ranges
      .filter(({ introduced, fixed }) => contains(ecosystem, bounds(introduced, fixed), versions))
      .map(rangeConditions);
    const works = table ? statedWorks(table, versions) : notFailing(fails, partners);
    const isOutsideOfData =
      fails.length === 0 && (versions.from === undefined || works?.length === 0);
    if (isOutsideOfData) continue;
    const row = { package: own, versions, fails, ...(works && { works }) };
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
  fails: readonly RangeCondition[][],
  partners: readonly string[],
): VersionBounds[] | undefined {
  if (partners.length > 1) return undefined;
  const failing = fails.flatMap(([condition]) => condition?.bounds ?? []);
  // A package and its partner are in one registry; Python has the order of PyPI.
  const ecosystem = fails[0]?.[0]?.ecosystem ?? 'PyPI';
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
