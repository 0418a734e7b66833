import { auditFaults } from '../audit/audit-fault.ts';
import { zipArchive } from './zip-archive.ts';
import { knowledgeIn } from './diagnosis-files.ts';
import { articlePath, homePath, projectPath } from '../domain/addresses/addresses.ts';
import type { ArticleAnswer, ProjectAnswer, UpstreamAnswer } from './answer-schemas.ts';
import { osvRecords } from './osv-records.ts';
import type { OsvRecord } from './osv-schema.ts';
import type { Locale } from '../domain/vocabulary.ts';
import type { PublishedKnowledge } from './published-knowledge.ts';
import {
  faultsOfProject,
  library,
  type Article,
  type ProjectPage,
  type SiteLibrary,
} from '../site/library.ts';
import { absoluteUrl } from '../site/links.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';

/*
 * What programs get. The forms are those of `domain/answers.ts`, which is a contract.
 */

/** The facts of an article: the front matter's fields under their names, and where the article stands. */
export function articleJson({ slug, facts, project, locales }: Article): ArticleAnswer {
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

/** The facts of all articles, by id. */
export const articlesJson = ({ articles }: SiteLibrary): ArticleAnswer[] =>
  byId(articles).map(articleJson);

/** The ids of the articles that cite an upstream address, by address, both in order. */
export function upstreamJson({ articles }: SiteLibrary): UpstreamAnswer {
  const cited = new Map<string, string[]>();
  for (const { facts } of articles) {
    for (const { url } of facts.upstream) {
      cited.set(url, [...new Set([...(cited.get(url) ?? []), facts.id])].sort());
    }
  }
  return Object.fromEntries([...cited].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An upstream project with its faults. */
export function projectJson(
  { id, ...project }: ProjectPage,
  { articles }: SiteLibrary,
): ProjectAnswer {
  const { own, elsewhere } = faultsOfProject({ id, ...project }, articles);
  return {
    id,
    url: absoluteUrl(projectPath(id)),
    ...project,
    articles: byId(own).map(listed),
    reached_by: byId(elsewhere).map(listed),
  };
}

/** All projects with their faults, by name. */
export const projectsJson = (library: SiteLibrary): ProjectAnswer[] =>
  library.projects.map((project) => projectJson(project, library));

/** The faults in the OSV format, by id. */
export function osvJson({ articles }: SiteLibrary): OsvRecord[] {
  return osvRecords(
    byId(articles).map(({ slug, facts }) => ({
      slug,
      url: absoluteUrl(articlePath(slug)),
      ...facts,
    })),
  );
}

const archives = new WeakMap<SiteLibrary, Uint8Array<ArrayBuffer>>();

/**
 * The OSV records in one zip archive, each under the name of its file on the site. Packed once for a library: it is the
 * one answer that takes time.
 */
export function osvArchive(library: SiteLibrary): Uint8Array<ArrayBuffer> {
  const packed = archives.get(library) ?? packRecords(osvJson(library));
  archives.set(library, packed);
  return packed;
}

function packRecords(records: readonly OsvRecord[]): Uint8Array<ArrayBuffer> {
  return zipArchive(
    records.map((record) => ({
      name: `${record.database_specific.id}.json`,
      text: jsonText(record),
      day: record.modified.slice(0, 'YYYY-MM-DD'.length),
    })),
  );
}

/** What the site knows in one language, as it is served: too large to be written for people. */
export async function knowledgeText(locale: Locale): Promise<string> {
  const known = await knowledgeIn(locale);
  return JSON.stringify({ ...known, site: absoluteUrl(homePath) } satisfies PublishedKnowledge);
}

/** What an environment is audited with, titles in the language. */
export async function auditText(locale: Locale): Promise<string> {
  const { articles } = await library();
  const sources = articles.map(({ slug, facts, ...article }) => ({
    ...facts,
    slug,
    title: article.in(locale).title,
  }));
  return JSON.stringify(auditFaults(sources));
}

/** A JSON file as it is served. */
export const jsonText = (body: unknown): string => `${JSON.stringify(body, null, 2)}\n`;

/** A JSON file of the built site. */
export function jsonResponse(body: unknown): Response {
  return new Response(jsonText(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

function byId(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => compareIds(a.facts.id, b.facts.id));
}

function listed({ slug, facts, project }: Article): ProjectAnswer['articles'][number] {
  const { id, title, symptom, status } = facts;
  return { id, title, url: absoluteUrl(articlePath(slug)), project: project.id, symptom, status };
}
