import { facetValues, type FacetRecord } from '../search/facets.ts';
import type { CompatibilityTable } from '../domain/compatibility/compatibility-table.ts';
import type { MessageAddresses } from '../domain/addresses/addresses.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';
import type { Fix } from '../domain/facts/fix-schema.ts';
import type { Facts, Project } from '../domain/facts/facts.ts';
import type { Problem } from '../domain/facts/problems.ts';
import type { Lookup } from '../domain/lookup/lookup-schema.ts';
import { translatedLookup } from '../domain/lookup/translated-lookup.ts';
import type { LookupTable } from '../domain/lookup/lookup-table.ts';
import type { PackageDefect } from '../domain/releases/defect-table.ts';
import { releasesOf, type Release } from '../domain/releases/releases.ts';
import {
  currentUpstream,
  openRecord,
  type CurrentLink,
  type UpstreamRecord,
} from '../domain/upstream/upstream-record.ts';
import type { WantedFaults } from '../domain/wanted/wanted-faults.ts';
import type { Package } from '../domain/versions/package-name.ts';
import { defaultLocale, locales, type Ecosystem, type Locale } from '../domain/vocabulary.ts';
import { compareCodeUnits } from '../content/read/files.ts';
import { LibraryError } from '../content/read/library-error.ts';
import type { ArticleText, Library, LibraryArticle } from '../content/read/library-model.ts';
import { oncePerLibrary } from './once-per-library.ts';
import { projectRoot } from './project-root.ts';

/** An upstream project as pages show it. */
export type ProjectPage = Project & { id: string };

/** An article as pages show it: the facts once, the texts by language. */
export interface Article {
  slug: string;
  facts: Omit<Facts, 'project'>;
  project: ProjectPage;
  facets: FacetRecord<readonly string[]>;
  /** The state of its upstream links when they were last checked, and that day; see `currentUpstream()`. */
  upstream: { links: CurrentLink[]; checked: string | undefined };
  /** Languages the article is written in, English first. */
  locales: Locale[];
  in(locale: Locale): ArticleWords;
}

/** The text of an article for readers of one language. */
export interface ArticleWords {
  title: string;
  summary: string;
  fix: Fix;
  /** The table that answers the fault for many names. */
  lookup: Lookup | undefined;
  /** Language of the text: English if there is no translation. */
  locale: Locale;
  /** Whether the English text has changed since it was translated. */
  stale: boolean;
  /** Not yet rendered, see `renderText`. */
  text: ArticleText;
}

/** The whole library. Articles are sorted by publication date, then by id, newest first. */
export interface SiteLibrary {
  articles: Article[];
  projects: ProjectPage[];
  /** Addresses of messages that were published and must stay valid. */
  messageAddresses: MessageAddresses;
  /** Returns all releases of a package, oldest version first; empty if its releases were never fetched. */
  releasesOf(ecosystem: Ecosystem, name: string): readonly Release[];
  /** Tables of releases that work together, by the names of their files. */
  compatibility: ReadonlyMap<string, CompatibilityTable>;
  /** Tables that answer a fault for many names, by the names of their files. */
  tables: ReadonlyMap<string, LookupTable>;
  /** Faults that no article covers yet; `undefined` if there is no list. */
  wanted: WantedFaults | undefined;
  /** Problems in `content/`. Always empty in a build, which stops at the first one. */
  problems: Problem[];
}

/** Returns the library for pages. */
export const library = oncePerLibrary(siteLibrary);

function siteLibrary({
  articles: sources,
  compatibility,
  messageAddresses,
  problems,
  projects: named,
  releases,
  tables,
  upstream,
  wanted,
}: Library): SiteLibrary {
  const projects = Array.from(named, ([id, project]) => ({ id, ...project }));
  projects.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const byId = new Map(projects.map((project) => [project.id, project]));
  const record = openRecord(upstream);
  const articles = sources.map((source) => {
    const project = byId.get(source.facts.project);
    if (!project) throw new LibraryError(problems, projectRoot);
    return articleOf(source, project, record);
  });
  articles.sort(
    (a, b) =>
      compareCodeUnits(b.facts.published, a.facts.published) || compareIds(b.facts.id, a.facts.id),
  );
  return {
    articles,
    projects,
    problems,
    messageAddresses,
    compatibility,
    tables,
    wanted,
    releasesOf: (ecosystem, name) => releasesOf(releases, ecosystem, name),
  };
}

function articleOf(
  { slug, facts: { project: _, ...facts }, text, translations }: LibraryArticle,
  project: ProjectPage,
  record: UpstreamRecord,
): Article {
  return {
    slug,
    facts,
    project,
    facets: facetValues(facts, project),
    upstream: currentUpstream(facts, record),
    locales: locales.filter((locale) => locale === defaultLocale || translations[locale]),
    in(locale) {
      const translation = translations[locale];
      const { title, summary, fix } = translation?.words ?? facts;
      return {
        title,
        summary,
        fix: { ...facts.fix, text: fix.text },
        lookup: translatedLookup(facts.lookup, translation?.words.lookup),
        locale: translation ? locale : defaultLocale,
        stale: translation?.stale ?? false,
        text: translation ?? text,
      };
    },
  };
}

/**
 * Returns the faults of a project: its `own`, and those filed under other projects (`elsewhere`) that affect one of its
 * packages. Both keep the order of `articles`.
 */
export function faultsOfProject({ id, packages }: ProjectPage, articles: readonly Article[]) {
  const affectsPackage = ({ facts }: Article) =>
    facts.affected.some((range) =>
      packages.some(
        ({ ecosystem, name }) => ecosystem === range.ecosystem && name === range.package,
      ),
    );
  return {
    own: articles.filter(({ project }) => project.id === id),
    elsewhere: articles.filter((article) => article.project.id !== id && affectsPackage(article)),
  };
}

/** Returns the defects of a package as the table of its releases counts them. */
export function defectsOf(
  articles: readonly Article[],
  { ecosystem, name }: Package,
): PackageDefect[] {
  return articles
    .filter(({ facts }) => facts.cause === 'defect')
    .map(({ facts, facets }) => ({
      id: facts.id,
      pythons: facets.python,
      ranges: facts.affected.filter(
        (range) => range.ecosystem === ecosystem && range.package === name,
      ),
    }))
    .filter(({ ranges }) => ranges.length > 0);
}

/** Returns the tables about a package. */
export function compatibilityOf(
  tables: ReadonlyMap<string, CompatibilityTable>,
  { ecosystem, name }: Package,
): CompatibilityTable[] {
  return [...tables.values()].filter(
    ({ package: own }) => own.ecosystem === ecosystem && own.name === name,
  );
}
