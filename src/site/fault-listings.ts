import type { FacetKey } from '../search/facets.ts';
import {
  articlesPath,
  browseFolders,
  browseIndexPath,
  browsePath,
  projectPath,
  projectsPath,
  type BrowseFacet,
} from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import { browseValues, bySymptom } from './browse.ts';
import { faultsOfProject, type Article, type ProjectPage, type SiteLibrary } from './library.ts';
import { divideIntoPages, type ListPages } from './list-pages.ts';

/** A list of faults, on one page or several. */
export interface FaultListing {
  /** Path of its first page. */
  path: string;
  title: string;
  lead: string;
  /** Number of its faults, without those that are filed elsewhere. */
  count: number;
  /** At least one. */
  pages: ListPages<Article>;
  /** Pages between the home page and the list. */
  steps: { path: string; name: string }[];
  /** Value that all of its faults share; absent for the list of all faults. */
  facet?: { key: FacetKey; value: string };
  /** The projects of a category; empty for other lists. */
  projects: readonly ProjectPage[];
  hasFeed: boolean;
}

/** Returns the list of all faults. */
export function listingOfAll({ articles }: SiteLibrary, locale: Locale): FaultListing {
  const words = wordsOf(locale);
  return {
    path: articlesPath,
    title: words.browse.articles,
    lead: words.browse.articlesLead,
    count: articles.length,
    pages: divideIntoPages(bySymptom(articles, words)),
    steps: [],
    projects: [],
    hasFeed: false,
  };
}

/** Returns the faults of a project, and last those of other projects that affect its packages. */
export function listingOfProject(
  project: ProjectPage,
  { articles }: SiteLibrary,
  locale: Locale,
): FaultListing {
  const words = wordsOf(locale);
  const { own, elsewhere } = faultsOfProject(project, articles);
  const others = { id: 'elsewhere', title: words.browse.projectElsewhere, rows: elsewhere };
  return {
    path: projectPath(project.id),
    title: project.name,
    lead: project.about[locale],
    count: own.length,
    pages: divideIntoPages([...bySymptom(own, words), others]),
    steps: [
      { path: projectsPath, name: words.browse.projects },
      { path: browsePath('category', project.category), name: words.categories[project.category] },
    ],
    facet: { key: 'project', value: project.id },
    projects: [],
    hasFeed: true,
  };
}

/** Returns the list of each value of a facet: by project for a symptom, by symptom for the others. */
export function listingsOfFacet(
  facet: BrowseFacet,
  { articles, projects }: SiteLibrary,
  locale: Locale,
): { value: string; listing: FaultListing }[] {
  const words = wordsOf(locale);
  return browseValues(facet, articles, words).map(({ value, title, lead, articles: faults }) => {
    const sections =
      facet === 'symptom' ? [{ id: value, rows: byProject(faults) }] : bySymptom(faults, words);
    const listing = {
      path: browsePath(facet, value),
      title,
      lead,
      count: faults.length,
      pages: divideIntoPages(sections),
      steps: [{ path: browseIndexPath(facet), name: words.browse[facet] }],
      facet: { key: facet, value },
      projects: projects.filter(({ category }) => facet === 'category' && category === value),
      hasFeed: facet === 'symptom',
    };
    return { value, listing };
  });
}

const byProject = (articles: readonly Article[]) =>
  articles.toSorted((a, b) => a.project.name.localeCompare(b.project.name, 'en'));

/** Returns every list of faults in one language. */
export function allListings(library: SiteLibrary, locale: Locale): FaultListing[] {
  const facets = Object.keys(browseFolders) as BrowseFacet[];
  return [
    listingOfAll(library, locale),
    ...library.projects.map((project) => listingOfProject(project, library, locale)),
    ...facets.flatMap((facet) =>
      listingsOfFacet(facet, library, locale).map(({ listing }) => listing),
    ),
  ];
}
