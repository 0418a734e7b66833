import { compareIds } from '../domain/facts/compare-ids.ts';
import { auditFaults, type AuditFault } from '../audit/audit-fault.ts';
import { auditTable, type AuditTable } from '../audit/audit-table.ts';
import {
  articlePath,
  articlesPartPath,
  homePath,
  projectPath,
} from '../domain/addresses/addresses.ts';
import type { AffectedFacts } from '../domain/affected/evaluate-fault.ts';
import { numberEnding, trackerItem, trackerKey } from '../domain/upstream/tracker-address.ts';
import { defaultLocale, type Locale } from '../domain/vocabulary.ts';
import {
  faultsOfProject,
  library,
  type Article,
  type ProjectPage,
  type SiteLibrary,
} from '../site/library.ts';
import { absoluteUrl } from '../site/links.ts';
import { oncePerLibrary } from '../site/once-per-library.ts';
import { osvRecords } from './osv-records.ts';
import type { OsvRecord } from './osv-schema.ts';
import type { PublishedKnowledge } from './published-knowledge.ts';
import type {
  ArticleJson,
  ArticleLinkJson,
  ArticlePageJson,
  ProjectJson,
  UpstreamJson,
} from './response-schemas.ts';
import { knowledgeIn } from './site-knowledge.ts';
import { zipArchive } from './zip-archive.ts';

/*
 * Bodies of the API's responses. `response-schemas.ts` defines their form.
 */

/** Returns the facts of an article, under the names they have in front matter, with its URL. */
export function articleJson({ slug, facts, project, locales }: Article): ArticleJson {
  const { id, title, summary, ...rest } = facts;
  return {
    id,
    slug,
    url: absoluteUrl(articlePath(slug)),
    title,
    summary,
    languages: locales,
    project: project.id,
    ...rest,
  };
}

/** Returns the facts of all articles, sorted by id. */
export const articlesJson = ({ articles }: SiteLibrary): ArticleJson[] =>
  byId(articles).map(articleJson);

/** Number of articles of a part of the list; chosen: about 400 KB. */
const PART_SIZE = 100;

/** Returns the facts of all articles in parts, at least one. */
export function articlePages(library: SiteLibrary): ArticlePageJson[] {
  const articles = articlesJson(library);
  const count = Math.max(1, Math.ceil(articles.length / PART_SIZE));
  return Array.from({ length: count }, (_, index) => ({
    articles: articles.slice(index * PART_SIZE, (index + 1) * PART_SIZE),
    next: index + 1 < count ? absoluteUrl(articlesPartPath(index + 2)) : null,
  }));
}

/** Returns the ids of the articles that cite each upstream URL, both sorted. */
export function upstreamJson({ articles }: SiteLibrary): UpstreamJson {
  const citations = new Map<string, string[]>();
  for (const { facts } of articles) {
    for (const { url } of facts.upstream) {
      citations.set(url, [...new Set([...(citations.get(url) ?? []), facts.id])].sort());
    }
  }
  return Object.fromEntries([...citations].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Returns the citations of issues, pull requests and discussions in a hundred parts, by the last two digits of the
 * number, so that looking up one address does not load them all. A part may be empty.
 */
export function upstreamParts(library: SiteLibrary): Map<string, UpstreamJson> {
  const parts = new Map<string, UpstreamJson>();
  for (let ending = 0; ending < 100; ending++) parts.set(String(ending).padStart(2, '0'), {});
  for (const [url, ids] of Object.entries(upstreamJson(library))) {
    const key = trackerItem(url) && trackerKey(url);
    const part = key === undefined ? undefined : parts.get(numberEnding(key));
    if (part) part[url] = ids;
  }
  return parts;
}

/** Returns an upstream project and its faults. */
export function projectJson(project: ProjectPage, { articles }: SiteLibrary): ProjectJson {
  const { own, elsewhere } = faultsOfProject(project, articles);
  const { id, ...facts } = project;
  return {
    id,
    url: absoluteUrl(projectPath(id)),
    ...facts,
    articles: byId(own).map(articleLinkJson),
    reached_by: byId(elsewhere).map(articleLinkJson),
  };
}

/** Returns all projects and their faults, sorted by name. */
export const projectsJson = (library: SiteLibrary): ProjectJson[] =>
  library.projects.map((project) => projectJson(project, library));

/** Returns all faults in the OSV format, sorted by id. */
export function osvJson({ articles }: SiteLibrary): OsvRecord[] {
  return osvRecords(
    byId(articles).map(({ slug, facts }) => ({
      slug,
      url: absoluteUrl(articlePath(slug)),
      ...facts,
    })),
  );
}

/** Returns a zip archive of all OSV records, each under the name of its file on the site. */
export const osvArchive = oncePerLibrary(async () =>
  zipArchive(
    osvJson(await library()).map((record) => ({
      name: `${record.database_specific.id}.json`,
      text: jsonText(record),
      day: record.modified.slice(0, 'YYYY-MM-DD'.length),
    })),
  ),
);

/** Returns the knowledge of the site in one language as JSON, without indentation because of its size. */
export async function knowledgeText(locale: Locale): Promise<string> {
  const knowledge = await knowledgeIn(locale);
  return JSON.stringify({ ...knowledge, site: absoluteUrl(homePath) } satisfies PublishedKnowledge);
}

/** Returns the facts of faults that the audit of an environment needs, with titles and fixes in one language. */
export function auditJson(articles: readonly Article[], locale: Locale): AuditFault[] {
  const sources = articles.map((article) => {
    const { title, fix } = article.in(locale);
    return { ...article.facts, slug: article.slug, title, fix: fix.text };
  });
  const fixes = new Map(
    sources.filter(({ affected }) => affected.length > 0).map(({ id, fix }) => [id, fix]),
  );
  return auditFaults(sources).map((fault) => {
    const fix = fixes.get(fault.id);
    return { ...fault, ...(fix !== undefined && { fix }) };
  });
}

/** Returns the facts that decide whether a fault affects a machine, by id. */
export const auditFactsJson = ({ articles }: SiteLibrary): Record<string, AffectedFacts> =>
  Object.fromEntries(
    byId(articles).map(({ facts: { id, cause, python, platforms, builds, affected } }) => [
      id,
      { cause, python, platforms, builds, affected },
    ]),
  );

/** Returns the projects with the faults of each package. */
export const auditTableJson = ({ articles }: SiteLibrary): AuditTable =>
  auditTable(
    articles.flatMap((article) =>
      auditJson([article], defaultLocale).map((fault) => ({ project: article.project.id, fault })),
    ),
  );

/** Returns the text of a JSON file. */
export const jsonText = (body: unknown): string => `${JSON.stringify(body, null, 2)}\n`;

export const jsonResponse = (body: unknown): Response => jsonTextResponse(jsonText(body));

/** @param json text that is JSON already */
export function jsonTextResponse(json: string): Response {
  return new Response(json, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}

function byId(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => compareIds(a.facts.id, b.facts.id));
}

function articleLinkJson({ slug, facts, project }: Article): ArticleLinkJson {
  const { id, title, symptom, status } = facts;
  return { id, title, url: absoluteUrl(articlePath(slug)), project: project.id, symptom, status };
}
