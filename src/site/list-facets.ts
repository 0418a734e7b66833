import { causes, type Cause, type Platform } from '../domain/vocabulary.ts';
import type { Words } from '../i18n/words.ts';
import { facetDomain } from '../search/facets.ts';
import type { Article, ProjectPage } from './library.ts';

/** Facets by which a list of faults can be filtered; also the names of the URL parameters. */
export const listFacets = ['project', 'platform', 'python', 'cause'] as const;

export type ListFacet = (typeof listFacets)[number];

/** Returns the values of a fault in each facet, separated by spaces. */
export function listFacetValues({ facets, facts }: Article): Record<ListFacet, string> {
  const { project, platform, python } = facets;
  return {
    project: project.join(' '),
    platform: platform.join(' '),
    python: python.join(' '),
    cause: facts.cause,
  };
}

/** A value that some faults of a list have, but not all. */
export interface FacetOption {
  value: string;
  name: string;
  /** Number of faults with it. */
  count: number;
}

/** Returns the values by which a facet narrows a list, in reading order; empty if it cannot. */
export function facetOptions(
  facet: ListFacet,
  articles: readonly Article[],
  projects: readonly ProjectPage[],
  words: Words,
): FacetOption[] {
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]));
  const values: readonly string[] =
    facet === 'cause' ? causes : facetDomain(facet, [...projectNames.keys()]);
  const nameOf = (value: string) =>
    ({
      project: projectNames.get(value) ?? value,
      platform: words.platforms[value as Platform],
      python: `Python ${value}`,
      cause: words.causes[value as Cause],
    })[facet];
  const options = values.map((value) => ({
    value,
    name: nameOf(value),
    count: articles.filter((article) => listFacetValues(article)[facet].split(' ').includes(value))
      .length,
  }));
  const isNarrower = options.some(({ count }) => count > 0 && count < articles.length);
  return isNarrower ? options.filter(({ count }) => count > 0) : [];
}
