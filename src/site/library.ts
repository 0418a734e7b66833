import { getCollection, type CollectionEntry } from 'astro:content';
import { facetValues, type FacetRecord } from '../search/facets.ts';
import type { Facts, Project } from '../domain/facts/facts.ts';
import type { Problem } from '../domain/facts/problems.ts';
import { releasesOf, type Release } from '../domain/releases/releases.ts';
import {
  currentUpstream,
  openRecord,
  type CurrentLink,
  type UpstreamRecord,
} from '../domain/upstream/upstream-record.ts';
import { defaultLocale, locales, type Ecosystem, type Locale } from '../domain/vocabulary.ts';
import { LibraryError } from '../content/read/library-error.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';

/** An upstream project as pages show it. */
export type ProjectPage = Project & { id: string };

/** An article as pages show it: facts once, words by language. */
export interface Article {
  slug: string;
  facts: Omit<Facts, 'project'>;
  project: ProjectPage;
  facets: FacetRecord<readonly string[]>;
  /** Its upstream addresses as they stood at the last look, see `currentUpstream()`. */
  upstream: { links: CurrentLink[]; checked: string | undefined };
  /** Languages in which it has been written, English first. */
  locales: Locale[];
  in(locale: Locale): ArticleWords;
}

/** The words of an article for a reader of one language. */
export interface ArticleWords {
  title: string;
  summary: string;
  /** Language of these words: English where there is no translation. */
  locale: Locale;
  /** The English text has moved on since the translation was made. */
  stale: boolean;
  /** What `render()` takes. */
  entry: CollectionEntry<'articles'> | CollectionEntry<'translations'>;
}

/** The whole library, newest article first: by date, on one day by id. */
export interface SiteLibrary {
  articles: Article[];
  projects: ProjectPage[];
  /** All releases of a package, the oldest version first; empty when they have not been asked for. */
  releasesOf(ecosystem: Ecosystem, name: string): readonly Release[];
  /** What is wrong with which file; only a dev server goes on with a library that has problems. */
  problems: Problem[];
}

let loaded: Promise<SiteLibrary> | undefined;

/** The library, read once for a build; a dev server reads it anew for every page so that edits show. */
export function library(): Promise<SiteLibrary> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SiteLibrary> {
  const [entries, translations, projectEntries, releases, [record], problemEntries] =
    await Promise.all([
      getCollection('articles'),
      getCollection('translations'),
      getCollection('projects'),
      getCollection('releases'),
      getCollection('upstream'),
      getCollection('problems'),
    ]);
  const problems = problemEntries.flatMap(({ data }) => data.problems);
  const projects = projectEntries.map(({ id, data }) => ({ id, ...data }));
  projects.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const byId = new Map(projects.map((project) => [project.id, project]));
  const seen = openRecord(record?.data);
  const byPackage = new Map(releases.map(({ id, data }) => [id, data]));
  const translated = new Map(translations.map((entry) => [entry.id, entry]));

  const articles = entries.map((entry) => {
    const project = byId.get(entry.data.project.id);
    if (!project) throw new LibraryError(problems, process.cwd());
    return articleOf(entry, project, translated, seen);
  });
  articles.sort(
    (a, b) =>
      b.facts.published.localeCompare(a.facts.published) || compareIds(b.facts.id, a.facts.id),
  );
  return {
    articles,
    projects,
    problems,
    releasesOf: (ecosystem, name) => releasesOf(byPackage, ecosystem, name),
  };
}

function articleOf(
  entry: CollectionEntry<'articles'>,
  project: ProjectPage,
  translated: ReadonlyMap<string, CollectionEntry<'translations'>>,
  seen: UpstreamRecord,
): Article {
  const { project: _, ...facts } = entry.data;
  const translationIn = (locale: Locale) => translated.get(`${locale}/${entry.id}`);
  return {
    slug: entry.id,
    facts,
    project,
    facets: facetValues(facts, project.id),
    upstream: currentUpstream(facts, seen),
    locales: locales.filter((locale) => locale === defaultLocale || translationIn(locale)),
    in(locale) {
      const translation = translationIn(locale);
      const { title, summary } = translation?.data ?? facts;
      return {
        title,
        summary,
        locale: translation ? locale : defaultLocale,
        stale: translation?.data.stale ?? false,
        entry: translation ?? entry,
      };
    },
  };
}

/** The faults of a project, and those of other projects that reach its packages, each in the order given. */
export function faultsOfProject({ id, packages }: ProjectPage, articles: readonly Article[]) {
  const reaches = ({ facts }: Article) =>
    facts.affected.some((range) =>
      packages.some(
        ({ ecosystem, name }) => ecosystem === range.ecosystem && name === range.package,
      ),
    );
  return {
    own: articles.filter(({ project }) => project.id === id),
    elsewhere: articles.filter((article) => article.project.id !== id && reaches(article)),
  };
}
