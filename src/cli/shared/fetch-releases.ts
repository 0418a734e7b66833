import { packagePath, type Package } from '../../domain/versions/package-name.ts';
import { releasesOf, keepKnownDays, type Release } from '../../domain/releases/releases.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { Library } from '../../content/read/library-model.ts';
import { RequestError, type Failure } from '../../upstream/http.ts';
import { requestReleases, type PackageIndexes } from '../../upstream/package-index.ts';
import { progress } from './progress.ts';
import { baseAddress, userAgent, type CommandContext } from './command-context.ts';

/** A package and the content files that name it. */
export type NamedPackage = Package & { namedBy: string[] };

/** Returns the packages in the projects and in the `affected` of articles, sorted by key (`PyPI/numpy`). */
export function namedPackages({ articles, projects }: Pick<Library, 'articles' | 'projects'>) {
  const named = new Map<string, NamedPackage>();
  const add = (ecosystem: Ecosystem, name: string, file: string) => {
    const key = packagePath({ ecosystem, name });
    const { namedBy } = named.get(key) ?? { namedBy: [] };
    named.set(key, { ecosystem, name, namedBy: [...new Set([...namedBy, file])] });
  };
  for (const [id, { packages }] of projects) {
    for (const { ecosystem, name } of packages) add(ecosystem, name, `content/projects/${id}.yaml`);
  }
  for (const { facts, text } of articles) {
    for (const { ecosystem, package: name } of facts.affected) add(ecosystem, name, text.file);
  }
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface FetchedReleases {
  /** All releases of each package, by key. */
  releases: Map<string, Release[]>;
  /** Packages that do not exist in their index. */
  missing: NamedPackage[];
  failed: Failure[];
}

/**
 * Returns the package indexes that the environment names, PyPI and crates.io by default.
 *
 * @throws {UsageError} for an invalid address of a mirror
 */
export function packageIndexes(context: CommandContext): PackageIndexes {
  return {
    pypi: baseAddress(context, 'PYPI_INDEX_URL', 'https://pypi.org/simple'),
    crates: baseAddress(context, 'CRATES_INDEX_URL', 'https://index.crates.io'),
    userAgent: userAgent(context),
    second: context.second,
    signal: context.signal,
  };
}

/** Failures in a row after which the rest of an index is skipped. */
const MAX_FAILURES = 3;

/**
 * Fetches all releases of packages from PyPI and crates.io, one package after the other. `PYPI_INDEX_URL` and
 * `CRATES_INDEX_URL` in the environment name mirrors.
 *
 * @param packages by key
 * @param known releases in the library, which supply the days that a mirror omits
 * @throws {UsageError} for an invalid address of a mirror
 */
export async function fetchReleases(
  packages: ReadonlyMap<string, NamedPackage>,
  known: Library['releases'],
  context: CommandContext,
): Promise<FetchedReleases> {
  const indexes = packageIndexes(context);
  const fetched: FetchedReleases = { releases: new Map(), missing: [], failed: [] };
  const failures: Record<Ecosystem, number> = { PyPI: 0, 'crates.io': 0 };
  const bar = progress(context.stderr, 'Packages', packages.size);
  for (const [key, named] of packages) {
    const { ecosystem } = named;
    if (context.signal.aborted) break;
    if (failures[ecosystem] >= MAX_FAILURES) {
      fetched.failed.push({
        what: key,
        why: `${ecosystem} was skipped after ${MAX_FAILURES} failures in a row`,
      });
      bar.step();
      continue;
    }
    try {
      const releases = await requestReleases(named, indexes);
      if (releases) {
        const { name } = named;
        fetched.releases.set(key, keepKnownDays(releases, releasesOf(known, ecosystem, name)));
      } else fetched.missing.push(named);
      failures[ecosystem] = 0;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      failures[ecosystem] += 1;
      fetched.failed.push({ what: key, why: error.message });
    }
    bar.step();
  }
  bar.end();
  return fetched;
}

/** Returns a line for each package without releases. */
export function formatFailures({ missing, failed }: FetchedReleases): string[] {
  return [
    ...missing.map((named) => {
      const [first = '', ...others] = named.namedBy;
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return `No such package: ${packagePath(named)}, named by ${first}${more}`;
    }),
    ...failed.map(formatFailure),
  ];
}

/** `Not checked: PyPI/demo: the index answers 500` */
export const formatFailure = ({ what, why }: Failure) => `Not checked: ${what}: ${why}`;
