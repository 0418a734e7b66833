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

/** A JSON file of the built site. */
export function jsonResponse(body: unknown): Response {
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
