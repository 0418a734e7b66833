import type { Project } from '../domain/facts/facts.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import type { Ecosystem } from '../domain/vocabulary.ts';

export interface KnownPackage {
  ecosystem: Ecosystem;
  name: string;
}

/** A project of the library. */
export interface KnownProject {
  id: string;
  name: string;
  packages: readonly KnownPackage[];
  /** `cython/cython`, in lower case; absent unless the project is on GitHub. */
  repository?: string;
  /** Where to report a fault. */
  report: string;
}

/** Returns the projects of `content/projects/`, given by id. */
export function knownProjects(projects: ReadonlyMap<string, Project>): KnownProject[] {
  return [...projects].map(([id, { name, packages, repository, report }]) => {
    const path = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository)?.[1];
    return {
      id,
      name,
      packages,
      ...(path !== undefined && { repository: path.toLowerCase() }),
      report: report ?? repository,
    };
  });
}

/** Returns the package of a project that has a name, in any spelling. */
export function packageNamed(
  projects: readonly KnownProject[],
  name: string,
): KnownPackage | undefined {
  const key = normalizeName(name);
  return projects
    .flatMap(({ packages }) => packages)
    .find((known) => normalizeName(known.name) === key);
}

/** Returns the package whose versions are those of the project: the one named like it, else the first. */
export function mainPackage({ id, packages }: KnownProject): KnownPackage | undefined {
  return packages.find(({ name }) => normalizeName(name) === id) ?? packages[0];
}

const WORD = /[A-Za-z]\w{0,60}(?:[.-][A-Za-z]\w{0,60}){0,4}/g;

/** Returns the first project that a text names. */
export function projectNamedIn(
  projects: readonly KnownProject[],
  text: string,
): KnownProject | undefined {
  for (const [word] of text.matchAll(WORD)) {
    const key = normalizeName(word);
    const project = projects.find(
      ({ id, name, packages }) =>
        id === key ||
        normalizeName(name) === key ||
        packages.some((known) => normalizeName(known.name) === key),
    );
    if (project) return project;
  }
  return undefined;
}
