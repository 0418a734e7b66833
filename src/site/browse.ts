import { facetDomain } from '../search/facets.ts';
import { browsePath, projectPath, type BrowseFacet } from '../domain/addresses/addresses.ts';
import {
  categories,
  symptoms,
  type Category,
  type Locale,
  type Platform,
  type Symptom,
} from '../domain/vocabulary.ts';
import { wordsOf, type Words } from '../i18n/words.ts';
import type { Article, ProjectPage } from './library.ts';
import { href } from './links.ts';
import type { ListSection } from './list-pages.ts';

/** A value of a facet with a browse page: the value's name, and the title, lead and articles of the page. */
export interface BrowseValue {
  value: string;
  name: string;
  title: string;
  lead: string;
  articles: Article[];
}

/** Returns every value of a facet in reading order. Values without articles are included: their pages exist, too. */
export function browseValues(
  facet: BrowseFacet,
  articles: readonly Article[],
  words: Words,
): BrowseValue[] {
  return facetDomain(facet, []).map((value) => ({
    value,
    ...wordsFor(facet, value, words),
    articles: articles.filter((article) => article.facets[facet].includes(value)),
  }));
}

function wordsFor(facet: BrowseFacet, value: string, words: Words) {
  if (facet === 'category') {
    const name = words.categories[value as Category];
    return { name, title: name, lead: words.categoryLeads[value as Category] };
  }
  if (facet === 'symptom') {
    const name = words.symptoms[value as Symptom];
    return { name, title: name, lead: words.symptomHints[value as Symptom] };
  }
  if (facet === 'platform') {
    const name = words.platforms[value as Platform];
    return { name, title: words.browse.onPlatform(name), lead: words.browse.onPlatformLead(name) };
  }
  return {
    name: value,
    title: words.browse.onPython(value),
    lead: words.browse.onPythonLead(value),
  };
}

/** A link to a list of faults. */
export interface BrowseTile {
  href: string;
  name: string;
  /** Number of faults in the list. */
  count: number;
  hint?: string;
}

/** Returns a link to the page of each value of a facet. */
export function browseTiles(
  facet: BrowseFacet,
  articles: readonly Article[],
  locale: Locale,
): BrowseTile[] {
  const words = wordsOf(locale);
  return browseValues(facet, articles, words).map(({ value, name, articles: faults }) => ({
    href: href(browsePath(facet, value), locale),
    name,
    count: faults.length,
    ...(facet === 'symptom' && { hint: words.symptomHints[value as Symptom] }),
  }));
}

/** The projects of a category. */
export interface CategoryProjects {
  category: Category;
  projects: ProjectPage[];
}

/** Groups projects by category, in reading order; categories without projects are left out. */
export function byCategory(projects: readonly ProjectPage[]): CategoryProjects[] {
  return categories
    .map((category) => ({
      category,
      projects: projects.filter((project) => project.category === category),
    }))
    .filter(({ projects: own }) => own.length > 0);
}

/** Returns a link to the page of each project, those with most faults first. */
export function projectTilesOf(
  projects: readonly ProjectPage[],
  articles: readonly Article[],
  locale: Locale,
): BrowseTile[] {
  return projects
    .map(({ id, name }) => ({
      href: href(projectPath(id), locale),
      name,
      count: articles.filter(({ project }) => project.id === id).length,
    }))
    .sort((a, b) => b.count - a.count);
}

/** Groups faults by symptom, in reading order. */
export function bySymptom(articles: readonly Article[], words: Words): ListSection<Article>[] {
  return symptoms.map((symptom) => ({
    id: symptom,
    title: words.symptoms[symptom],
    rows: articles.filter(({ facts }) => facts.symptom === symptom),
  }));
}
