import { normalizeName, packagePath } from '../../domain/versions/package-name.ts';
import type { PackageReleases } from '../../domain/releases/releases.ts';
import { compareVersions, isVersion } from '../../domain/versions/versions.ts';
import type { Project } from '../../domain/facts/facts.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';

/** A package of a project; Python itself has none. */
export interface KnownPackage {
  ecosystem: Ecosystem;
  name: string;
}

/** A project under every name that people have for it. */
export interface KnownProject {
  id: string;
  packages: readonly KnownPackage[];
  /** `cython/cython`, in small letters; absent where it is not on GitHub. */
  repository?: string;
  report: string;
}

/** Python as a thing that has versions; no package of any ecosystem. */
export const PYTHON = 'python';

/** What a name in a text means. */
export type Named = { project: KnownProject; package?: KnownPackage } | typeof PYTHON;

/** Projects by their names. */
export interface Names {
  projects: readonly KnownProject[];
  /** False for a number that is no release of a package, and not to be expected as one; true where nobody knows. */
  mayBeRelease(of: KnownPackage, version: string): boolean;
  /** What a word means, whatever its case and its dashes; `undefined` for a word that is no name. */
  meaning(word: string): Named | undefined;
}

const PYTHON_NAMES = ['python', 'python3', 'cpython'];

/** What else projects are called. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'boost-python': ['boost.python', 'boostpython', 'libboost_python'],
  openmp: ['openmp', 'libomp', 'libgomp', 'libiomp5'],
  pytorch: ['torch'],
  'rust-numpy': ['rust-numpy'],
  numpy: ['f2py', 'numpy.distutils'],
  cython: ['cythonize'],
  pyo3: ['pyo3-ffi', 'pyo3-macros'],
};

/**
 * The names under which the projects of the library are spoken of.
 *
 * @param projects as `content/projects/` has them, by id
 * @param releases as `content/releases/` has them, as far as they were asked for
 */
export function namesOf(
  projects: ReadonlyMap<string, Project>,
  releases: ReadonlyMap<string, PackageReleases>,
): Names {
  const known = [...projects].map(([id, project]) => knownProject(id, project));
  const meanings = new Map<string, Named>();
  const add = (word: string, named: Named) => {
    if (!meanings.has(normalizeName(word))) meanings.set(normalizeName(word), named);
  };
  for (const name of PYTHON_NAMES) add(name, PYTHON);
  for (const project of known) {
    for (const own of project.packages) add(own.name, { project, package: own });
  }
  for (const project of known) {
    const own = mainPackage(project);
    const named = { project, ...(own && { package: own }) };
    const { name = '' } = projects.get(project.id) ?? {};
    for (const word of [project.id, name, ...(OTHER_NAMES[project.id] ?? [])]) add(word, named);
  }
  return {
    projects: known,
    meaning: (word) => meanings.get(normalizeName(word)),
    mayBeRelease: (of, version) => {
      const all = releases.get(packagePath(of))?.releases;
      return all === undefined || isExpected(of.ecosystem, version, all);
    },
  };
}

/** True for a release, and for a number that a later one may have: the next major version at most. */
function isExpected(
  ecosystem: Ecosystem,
  version: string,
  releases: readonly { version: string }[],
): boolean {
  const newest = releases.at(-1)?.version;
  if (newest === undefined || !isVersion(ecosystem, version)) return true;
  if (releases.some((release) => compareVersions(ecosystem, release.version, version) === 0)) {
    return true;
  }
  const isLater = compareVersions(ecosystem, version, newest) > 0;
  return isLater && Number.parseInt(version, 10) <= Number.parseInt(newest, 10) + 1;
}

function knownProject(id: string, { repository, report, packages }: Project): KnownProject {
  const path = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository)?.[1];
  return {
    id,
    packages,
    ...(path !== undefined && { repository: path.toLowerCase() }),
    report: report ?? repository,
  };
}

/** The package that a project's versions are the versions of: the one of its own name, else the first. */
export function mainPackage({ id, packages }: KnownProject): KnownPackage | undefined {
  return packages.find(({ name }) => normalizeName(name) === id) ?? packages[0];
}
