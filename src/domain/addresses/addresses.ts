import { MESSAGE_HASH_VERSION, messageHash } from './message-hash.ts';
import { trackerItem } from '../upstream/tracker-address.ts';
import { defaultLocale, type Locale } from '../vocabulary.ts';

/**
 * The addresses of the site, as paths from its root with a slash at both ends.
 * They are a contract: people link to them for ever. The base path is added by whoever writes the link.
 */
export const homePath = '/';
export const searchPath = '/search/';
export const articlesPath = '/articles/';
export const projectsPath = '/projects/';
export const maintainersPath = '/maintainers/';

/** `KF-0001`: assigned once, never reused, never changed. */
export const idPattern = /^KF-\d{4,6}$/;

export const articlePath = (slug: string) => `/articles/${slug}/`;
export const permalinkPath = (id: string) => `/${id}/`;
/** The picture that shows an article where somebody has put a link to it. */
export const cardPath = (id: string) => `/cards/${id}.png`;

/** The picture by which a manual or an issue points to an article. */
export const badgePath = (id: string) => `/badge/${id}.svg`;

export const projectPath = (id: string) => `/projects/${id}/`;

/** Facets that have browse pages of their own, by the folder of their addresses. */
export const browseFolders = {
  symptom: 'symptoms',
  platform: 'platforms',
  python: 'python',
} as const;

export type BrowseFacet = keyof typeof browseFolders;

export const browsePath = (facet: BrowseFacet, value: string) =>
  `/${browseFolders[facet]}/${value}/`;
export const browseIndexPath = (facet: BrowseFacet) => `/${browseFolders[facet]}/`;

/** The feed of what a page lists: new and changed articles. */
export const feedPath = (path: string) => `${path}feed.xml`;

/** The same page in another language: `/zh/...` mirrors every address. */
export function localizedPath(path: string, locale: Locale): string {
  return locale === defaultLocale ? path : `/${locale}${path}`;
}

/** The full address of a path on a site that may stand below a path of its own host, as project pages do. */
export const absoluteAddress = (site: string, path: string) => site.replace(/\/$/, '') + path;

/**
 * `/github.com/<owner>/<repo>/issues/<n>/`, `/gitlab.com/<group>/<project>/-/issues/<n>/`: our host before an upstream
 * address; `undefined` outside these trackers.
 */
export function upstreamPath(address: string): string | undefined {
  const item = trackerItem(address);
  if (!item) return undefined;
  const { host, owner, repo, type, number } = item;
  const separator = host === 'gitlab.com' ? '-/' : '';
  return `/${host}/${owner}/${repo}/${separator}${type}/${number}/`;
}

/** `/e/1/<hash>/`: where a message leads, computed by whoever prints it; `undefined` where it says too little. */
export function messagePath(message: string): string | undefined {
  const hash = messageHash(message);
  return hash && `/e/${MESSAGE_HASH_VERSION}/${hash}/`;
}

/** What an article needs to be forwarded to. */
export interface ForwardedArticle {
  slug: string;
  id: string;
  aliases: readonly string[];
  upstream: readonly { url: string }[];
  signatures: readonly string[];
}

/**
 * Every address that leads to an article without being it: permalinks, earlier slugs, upstream addresses,
 * messages. The value lists the slugs; several when articles share an upstream address or a message.
 */
export function forwardingAddresses(articles: readonly ForwardedArticle[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  const add = (path: string | undefined, slug: string) => {
    if (path === undefined) return;
    const slugs = targets.get(path) ?? [];
    if (!slugs.includes(slug)) targets.set(path, [...slugs, slug]);
  };
  for (const { slug, id, aliases, upstream, signatures } of articles) {
    add(permalinkPath(id), slug);
    for (const alias of aliases) add(articlePath(alias), slug);
    for (const { url } of upstream) add(upstreamPath(url), slug);
    for (const signature of signatures) add(messagePath(signature), slug);
  }
  return targets;
}

/** What is there for programs, explained. */
export const apiPath = '/api/';

/** The facts of every article, and of one. */
export const articlesJsonPath = '/api/v1/articles.json';
export const articleJsonPath = (id: string) => `/api/v1/articles/${id}.json`;

/** Which articles cite an upstream address. */
export const upstreamJsonPath = '/api/v1/upstream.json';

/** The projects and their faults, and those of one. */
export const projectsJsonPath = '/api/v1/projects.json';
export const projectJsonPath = (id: string) => `/api/v1/projects/${id}.json`;

/** A fault in the OSV format, and all of them in one archive. */
export const osvJsonPath = (id: string) => `/api/v1/osv/${id}.json`;
export const osvArchivePath = '/api/v1/osv/all.zip';

/** The JSON Schema of an answer. */
export const schemaPath = (name: string) => `/api/v1/schemas/${name}.json`;
/** What an environment is held against: the facts of every fault that decide whether it affects a machine. */
export const auditJsonPath = '/api/v1/audit.json';

/** All that is needed to diagnose and to answer without the site; every language has its own. */
export const knowledgeJsonPath = '/api/v1/knowledge.json';

/** What the diagnosis knows, for one language; its name changes with its content, so that it is kept for ever. */
export const diagnosisIndexPath = (locale: Locale, digest: string) =>
  `/diagnose/${locale}.${digest}.json`;

/** A part of the index of a large library, beside the index at `path`, which may be a full address. */
export const diagnosisPartPath = (path: string, number: number) =>
  path.replace(/\.json$/, `/${number}.json`);
