import { packagePath, type Package } from '../../domain/versions/package-name.ts';
import { releasesOf, keepKnownDays, type Release } from '../../domain/releases/releases.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { Library } from '../../content/read/library-model.ts';
import { RequestError } from '../../upstream/http.ts';
import { askReleases } from '../../upstream/package-index.ts';
import { progress } from './progress.ts';
import { baseAddress, userAgent, type CommandContext } from './command-context.ts';

/** A package and the files that name it. */
export type NamedPackage = Package & { namedBy: string[] };

/** Every package that an article's `affected` or a project names, by key, in order. */
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

/** Something that could not be asked. */
export interface Failure {
  what: string;
  why: string;
}

export interface AskedPackages {
  /** All releases by key. */
  releases: Map<string, Release[]>;
  /** Packages that their index does not have. */
  missing: NamedPackage[];
  failed: Failure[];
}

/** After so many failures in a row an index is left alone. */
const PATIENCE = 3;

/**
 * Asks the package indexes for all releases of some packages, one after the other. `PYPI_INDEX_URL` and
 * `CRATES_INDEX_URL` in the environment name mirrors.
 *
 * @param packages by key
 * @param known what the library has of them: days that a mirror does not tell
 * @throws BadUse for an address that is none
 */
export async function fetchReleases(
  packages: ReadonlyMap<string, NamedPackage>,
  known: Library['releases'],
  world: CommandContext,
): Promise<AskedPackages> {
  const indexes = {
    pypi: baseAddress(world, 'PYPI_INDEX_URL', 'https://pypi.org/simple'),
    crates: baseAddress(world, 'CRATES_INDEX_URL', 'https://index.crates.io'),
    userAgent: userAgent(world),
    second: world.second,
    signal: world.signal,
  };
  const asked: AskedPackages = { releases: new Map(), missing: [], failed: [] };
  const failures: Record<Ecosystem, number> = { PyPI: 0, 'crates.io': 0 };
  const shown = progress(world.stderr, 'Packages', packages.size);
  for (const [key, named] of packages) {
    const { ecosystem } = named;
    if (world.signal.aborted) break;
    if (failures[ecosystem] >= PATIENCE) {
      asked.failed.push({ what: key, why: `${ecosystem} was given up after ${PATIENCE} failures` });
      shown.step();
      continue;
    }
    try {
      const releases = await askReleases(named, indexes);
      if (releases) {
        const { name } = named;
        asked.releases.set(key, keepKnownDays(releases, releasesOf(known, ecosystem, name)));
      } else asked.missing.push(named);
      failures[ecosystem] = 0;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      failures[ecosystem] += 1;
      asked.failed.push({ what: key, why: error.message });
    }
    shown.step();
  }
  shown.end();
  return asked;
}

/** The lines that tell of packages without an answer. */
export function packageTroubles({ missing, failed }: AskedPackages): string[] {
  return [
    ...missing.map((named) => {
      const [first = '', ...others] = named.namedBy;
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return `No such package: ${packagePath(named)}, named by ${first}${more}`;
    }),
    ...failed.map(failureLine),
  ];
}

/** `Not asked: PyPI/demo: the index answers 500` */
export const failureLine = ({ what, why }: Failure) => `Not asked: ${what}: ${why}`;
