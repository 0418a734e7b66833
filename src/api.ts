import { articlePath } from './domain/addresses.ts';
import type { Article } from './library.ts';
import { absoluteUrl } from './links.ts';

/**
 * The facts of an article as programs get them: the front matter's fields under their names,
 * and where the article stands. A contract: fields are added, never renamed or removed.
 */
export function articleJson({ slug, facts, project, locales }: Article) {
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

/**
 * The ids of the articles that cite an upstream address, by address, both in order. A contract, as above.
 */
export function upstreamJson(articles: readonly Article[]): Record<string, string[]> {
  const cited = new Map<string, string[]>();
  for (const { facts } of articles) {
    for (const { url } of facts.upstream) {
      cited.set(url, [...new Set([...(cited.get(url) ?? []), facts.id])].sort());
    }
  }
  return Object.fromEntries([...cited].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A JSON file of the built site. */
export function jsonResponse(body: unknown): Response {
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
