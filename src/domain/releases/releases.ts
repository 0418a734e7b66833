import { z } from 'zod';
import { packagePath, packageName } from '../versions/package-name.ts';
import { boundedList, isoDate, strictMapping } from '../facts/field-schemas.ts';
import {
  compareVersions,
  isPrerelease,
  isPythonSpecifier,
  normalizeVersion,
} from '../versions/versions.ts';
import { pythonVersions } from '../versions/python-series.ts';
import { ecosystems, type Ecosystem } from '../vocabulary.ts';

/** Twice the longest histories of PyPI, which have about 2,500 releases; setuptools has 629. */
const MAX_RELEASES = 5_000;

const releaseSchema = strictMapping({
  version: z.string(),
  /** Day of its first file, in UTC; absent if the index does not state it. */
  day: isoDate.optional(),
  /** Installed only when requested by its exact version. */
  yanked: z.literal(true).optional(),
  /** PEP 440 specifier set of the Python versions that it supports; PyPI only. */
  requires_python: z
    .string()
    .refine(isPythonSpecifier, { error: 'a PEP 440 specifier such as ">=3.8"' })
    .optional(),
  /**
   * The interpreters that have a wheel for at least one platform, oldest first, or `any` if every interpreter has one;
   * absent if unknown, and for crates.
   */
  wheels: z
    .union([z.literal('any'), boundedList(z.enum(pythonVersions), pythonVersions.length)])
    .optional(),
});

/**
 * All releases of a package, pre-releases included, the oldest version first: a file in
 * `content/releases/<ecosystem>/`, written by a command.
 */
export const releasesSchema = strictMapping({
  ecosystem: z.enum(ecosystems),
  /** The normalized name, which is also the name of the file. */
  package: z.string(),
  /** Day of the last request to the index. */
  checked: isoDate,
  releases: boundedList(releaseSchema, MAX_RELEASES),
}).superRefine(({ ecosystem, package: name, releases }, context) => {
  const report = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (packageName(ecosystem, name) !== name) {
    report(['package'], `the normal form of a name${suggested(packageName(ecosystem, name))}`);
  }
  let previous: string | undefined;
  for (const [index, { version }] of releases.entries()) {
    const normal = normalizeVersion(ecosystem, version);
    if (normal !== version) {
      report(['releases', index, 'version'], `a version in its normal form${suggested(normal)}`);
    } else if (previous !== undefined && compareReleases(ecosystem, previous, version) >= 0) {
      report(['releases', index, 'version'], `a version after ${previous}, the one above it`);
    }
    if (normal !== undefined) previous = version;
  }
});

const suggested = (normal: string | undefined) => (normal === undefined ? '' : `: ${normal}`);

export type PackageReleases = z.infer<typeof releasesSchema>;
export type Release = PackageReleases['releases'][number];
export type Wheels = NonNullable<Release['wheels']>;

/** Orders releases. Two crates may differ only in build metadata, which SemVer ignores. */
function compareReleases(ecosystem: Ecosystem, a: string, b: string): number {
  return compareVersions(ecosystem, a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Sorts releases and removes duplicates; the first entry of a version is kept. */
export function sortReleases(ecosystem: Ecosystem, releases: readonly Release[]): Release[] {
  const byVersion = new Map<string, Release>();
  for (const release of releases) {
    if (!byVersion.has(release.version)) byVersion.set(release.version, release);
  }
  return [...byVersion.values()].sort((a, b) => compareReleases(ecosystem, a.version, b.version));
}

/** Adds the days of an earlier list of releases where the later one lacks them. */
export function keepKnownDays(later: readonly Release[], earlier: readonly Release[]): Release[] {
  const days = new Map(earlier.map(({ version, day }) => [version, day]));
  return later.map(({ version, day = days.get(version), ...rest }) => ({
    version,
    ...(day !== undefined && { day }),
    ...rest,
  }));
}

/**
 * Returns the release that installers choose: the newest that is neither yanked nor a pre-release, or else the newest
 * pre-release.
 *
 * @param releases in version order
 */
export function newestRelease(
  ecosystem: Ecosystem,
  releases: readonly Release[],
): Release | undefined {
  const offered = releases.filter(({ yanked }) => !yanked);
  return offered.findLast(({ version }) => !isPrerelease(ecosystem, version)) ?? offered.at(-1);
}

/**
 * Returns all releases of a package, the oldest version first; empty if they are unknown.
 *
 * @param all by `<ecosystem>/<name>`
 * @param name in any spelling that the index accepts
 */
export function releasesOf(
  all: ReadonlyMap<string, PackageReleases>,
  ecosystem: Ecosystem,
  name: string,
): readonly Release[] {
  return all.get(packagePath({ ecosystem, name }))?.releases ?? [];
}

/** Formats the file with one release a line, so that a new release changes one line. */
export function formatReleases({ releases, ...head }: PackageReleases): string {
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  const lines = releases.map((release) => `    ${JSON.stringify(release)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n${[...fields, `  "releases": ${list}`].join(',\n')}\n}\n`;
}
