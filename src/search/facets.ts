import type { Facts } from '../domain/facts/facts.ts';
import { affectedPythons, pythonVersions } from '../domain/versions/python-series.ts';
import { builds, platforms, statuses, symptoms } from '../domain/vocabulary.ts';

/** What faults are filtered by, in the order of the search page; the names of its parameters too. */
export const facetKeys = ['project', 'symptom', 'platform', 'python', 'build', 'status'] as const;

export type FacetKey = (typeof facetKeys)[number];

/** Something for each facet. */
export type FacetRecord<T> = Record<FacetKey, T>;

/** Makes something for each facet. */
export function perFacet<T>(make: (key: FacetKey) => T): FacetRecord<T> {
  return Object.fromEntries(facetKeys.map((key) => [key, make(key)])) as FacetRecord<T>;
}

type Filterable = Pick<Facts, 'symptom' | 'platforms' | 'python' | 'builds' | 'status'>;

/** The values that one fault has in each facet. */
export function facetValues(facts: Filterable, project: string): FacetRecord<readonly string[]> {
  return {
    project: [project],
    symptom: [facts.symptom],
    platform: facts.platforms,
    python: affectedPythons(facts.python, facts.builds),
    build: facts.builds,
    status: [facts.status],
  };
}

/** The values a facet can have at all, in reading order; `project` is open and comes from the library. */
export function facetDomain(key: FacetKey, projects: readonly string[]): readonly string[] {
  return {
    project: projects,
    symptom: symptoms,
    platform: platforms,
    python: pythonVersions,
    build: builds,
    status: statuses,
  }[key];
}
