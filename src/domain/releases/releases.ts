import { z } from 'zod';
import { packagePath, packageName } from '../versions/package-name.ts';
import { day, mapping } from '../facts/field-schemas.ts';
import { compareVersions, isPrerelease, isPythonSpecifier, normalizeVersion } from '../versions/versions.ts';
import { ecosystems, type Ecosystem } from '../vocabulary.ts';

const releaseSchema = mapping({
  version: z.string(),
  /** Day of its first file, in UTC; absent where the index does not tell. */
  day: day.optional(),
  /** Withdrawn: still there for who names it, taken by nobody else. */
  yanked: z.literal(true).optional(),
  /** PEP 440 specifier of the Python versions that get it; PyPI only. */
  requires_python: z
    .string()
    .refine(isPythonSpecifier, { error: 'a PEP 440 specifier such as ">=3.8"' })
    .optional(),
});

/**
 * All releases of a package: a file of `content/releases/<ecosystem>/`, written by `npm run update:releases`.
 * Pre-releases are among them; the oldest version comes first.
 */
export const releasesSchema = mapping({
  ecosystem: z.enum(ecosystems),
  /** The name in its normal form, which is also the file's. */
  package: z.string(),
  /** Day on which the index was asked. */
  checked: day,
  releases: z.array(releaseSchema),
}).superRefine(({ ecosystem, package: name, releases }, context) => {
  const report = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (packageName(ecosystem, name) !== name) {
    report(['package'], `the normal form of a name${suggested(packageName(ecosystem, name))}`);
  }
  let before: string | undefined;
  for (const [index, { version }] of releases.entries()) {
    const normal = normalizeVersion(ecosystem, version);
    if (normal !== version) {
      report(['releases', index, 'version'], `a version in its normal form${suggested(normal)}`);
    } else if (before !== undefined && releaseOrder(ecosystem, before, version) >= 0) {
      report(['releases', index, 'version'], `a version after ${before}, the one above it`);
    }
    if (normal !== undefined) before = version;
  }
});

const suggested = (normal: string | undefined) => (normal === undefined ? '' : `: ${normal}`);

export type PackageReleases = z.infer<typeof releasesSchema>;
export type Release = PackageReleases['releases'][number];

/** The order of the file. Two crates may differ in nothing but the build metadata, which has no rank. */
function releaseOrder(ecosystem: Ecosystem, a: string, b: string): number {
  return compareVersions(ecosystem, a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Releases in the order of the file, each version once; of two entries of one version the first counts. */
export function inVersionOrder(ecosystem: Ecosystem, releases: readonly Release[]): Release[] {
  const byVersion = new Map<string, Release>();
  for (const release of releases) {
    if (!byVersion.has(release.version)) byVersion.set(release.version, release);
  }
  return [...byVersion.values()].sort((a, b) => releaseOrder(ecosystem, a.version, b.version));
}

/** Releases with the days that are known from an earlier look where the later one does not tell: days do not change. */
export function withKnownDays(later: readonly Release[], earlier: readonly Release[]): Release[] {
  const known = new Map(earlier.map(({ version, day: on }) => [version, on]));
  return later.map(({ version, day: told, ...rest }) => {
    const on = told ?? known.get(version);
    return { version, ...(on === undefined ? {} : { day: on }), ...rest };
  });
}

/**
 * The release that one gets who names no version: the newest that is neither withdrawn nor a pre-release;
 * where there is none, the newest pre-release.
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
 * All releases of a package, the oldest version first; empty when they have not been asked for.
 *
 * @param all by `<ecosystem>/<name>`
 * @param name in any spelling that its index takes
 */
export function releasesOf(
  all: ReadonlyMap<string, PackageReleases>,
  ecosystem: Ecosystem,
  name: string,
): readonly Release[] {
  return all.get(packagePath({ ecosystem, name }))?.releases ?? [];
}

/** The text of the file: a release a line, so that a new release is one line of a change. */
export function formatReleases({ releases, ...head }: PackageReleases): string {
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  const lines = releases.map((release) => `    ${JSON.stringify(release)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n${[...fields, `  "releases": ${list}`].join(',\n')}\n}\n`;
}
