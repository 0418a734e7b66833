import type { Facts, Project } from '../domain/facts/facts.ts';
import { affectedPythons, pythonVersions } from '../domain/versions/python-series.ts';
import { builds, categories, platforms, statuses, symptoms } from '../domain/vocabulary.ts';

/** The facets in the order of the search page; also the names of its URL parameters. */
export const facetKeys = [
  'category',
  'project',
  'symptom',
  'platform',
  'python',
  'build',
  'status',
] as const;

export type FacetKey = (typeof facetKeys)[number];

/** A value for each facet. */
export type FacetRecord<T> = Record<FacetKey, T>;

/** Creates a value for each facet. */
export function perFacet<T>(make: (key: FacetKey) => T): FacetRecord<T> {
  return Object.fromEntries(facetKeys.map((key) => [key, make(key)])) as FacetRecord<T>;
}

type Filterable = Pick<Facts, 'symptom' | 'platforms' | 'python' | 'builds' | 'status'>;

/** Returns the values of a fault of a project in each facet. */
export function facetValues(
  facts: Filterable,
  { id, category }: Pick<Project, 'category'> & { id: string },
): FacetRecord<readonly string[]> {
  return {
    category: [category],
    project: [id],
    symptom: [facts.symptom],
    platform: facts.platforms,
    python: affectedPythons(facts.python, facts.builds),
    build: facts.builds,
    status: [facts.status],
  };
}

/**
 * Returns all values of a facet, in reading order.
 *
 * @param projects ids of the library's projects
 */
export function facetDomain(key: FacetKey, projects: readonly string[]): readonly string[] {
  return {
    category: categories,
    project: projects,
    symptom: symptoms,
    platform: platforms,
    python: pythonVersions,
    build: builds,
    status: statuses,
  }[key];
}
