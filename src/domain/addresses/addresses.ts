import { MESSAGE_HASH_VERSION, messageHash } from './message-hash.ts';
import { signatureLine, type Signature } from '../facts/signature.ts';
import { trackerItem } from '../upstream/tracker-address.ts';
import { defaultLocale, type Locale } from '../vocabulary.ts';

/**
 * The addresses of the site, as paths from its root with a slash at both ends. They are a contract: people link to them
 * forever. The caller adds the base path.
 */
export const homePath = '/';
export const searchPath = '/search/';
export const articlesPath = '/articles/';
export const projectsPath = '/projects/';
export const maintainersPath = '/maintainers/';

/** The highest number of an id; the library has room for a hundred thousand articles. */
export const MAX_ID_NUMBER = 99_999;

/**
 * `KF-0001`: assigned once, never reused, never changed. Numbers have four digits; KF-9999 is followed by KF-10000. No
 * number has two forms: KF-00001 is not an id.
 */
export const idPattern = /^KF-(?:\d{4}|[1-9]\d{4})$/;

/** Returns the id with a number from 0 to `MAX_ID_NUMBER`. */
export const idOf = (number: number): string => `KF-${String(number).padStart(4, '0')}`;

export const articlePath = (slug: string) => `/articles/${slug}/`;
export const permalinkPath = (id: string) => `/${id}/`;
/** The image of a link preview. */
export const cardPath = (id: string) => `/cards/${id}.png`;

/** The badge for a README, a manual or an issue. */
export const badgePath = (id: string) => `/badge/${id}.svg`;

export const projectPath = (id: string) => `/projects/${id}/`;

/** Facets with browse pages, and the first part of their addresses. */
export const browseFolders = {
  symptom: 'symptoms',
  platform: 'platforms',
  python: 'python',
} as const;

export type BrowseFacet = keyof typeof browseFolders;

export const browsePath = (facet: BrowseFacet, value: string) =>
  `/${browseFolders[facet]}/${value}/`;
export const browseIndexPath = (facet: BrowseFacet) => `/${browseFolders[facet]}/`;

/** The Atom feed of the articles that a page lists. */
export const feedPath = (path: string) => `${path}feed.xml`;

/** Returns the address of a page in a language: `/zh/...` mirrors every address. */
export function localizedPath(path: string, locale: Locale): string {
  return locale === defaultLocale ? path : `/${locale}${path}`;
}

/** Returns the full address of a path. The address of the site may have a path, as GitHub project pages do. */
export const absoluteAddress = (site: string, path: string) => site.replace(/\/$/, '') + path;

/**
 * Returns the path for an upstream address on our host: `/github.com/<owner>/<repo>/issues/<n>/`,
 * `/gitlab.com/<group>/<project>/-/issues/<n>/`; `undefined` for other sites.
 */
export function upstreamPath(address: string): string | undefined {
  const item = trackerItem(address);
  if (!item) return undefined;
  const { host, owner, repo, type, number } = item;
  const separator = host === 'gitlab.com' ? '-/' : '';
  return `/${host}/${owner}/${repo}/${separator}${type}/${number}/`;
}

/**
 * Returns the address of a message, `/e/1/<hash>/`, which the program that prints it can compute; `undefined` for a message
 * without enough words.
 */
export function messagePath(message: string): string | undefined {
  const hash = messageHash(message);
  return hash && `/e/${MESSAGE_HASH_VERSION}/${hash}/`;
}

/** Addresses of messages, each with the slugs of its articles. */
export type MessageAddresses = ReadonlyMap<string, readonly string[]>;

/** The parts of an article that addresses of messages are derived from. */
export interface ArticleWithMessages {
  slug: string;
  aliases: readonly string[];
  signatures: readonly Signature[];
}

/**
 * Returns the addresses of all messages, and the slugs of their articles: those of the signatures, and published ones
 * that no signature has any longer.
 *
 * @param published addresses that must stay valid; they may name articles by earlier slugs
 */
export function messageAddresses(
  articles: readonly ArticleWithMessages[],
  published: MessageAddresses = new Map(),
): Map<string, string[]> {
  const addresses = new Map<string, string[]>();
  const slugOf = new Map<string, string>();
  for (const { slug, aliases, signatures } of articles) {
    for (const name of [slug, ...aliases]) slugOf.set(name, slug);
    for (const path of new Set(signatures.map((one) => messagePath(signatureLine(one))))) {
      if (path !== undefined) addresses.set(path, [...(addresses.get(path) ?? []), slug]);
    }
  }
  for (const [path, names] of published) {
    const slugs = new Set(names.flatMap((name) => slugOf.get(name) ?? []));
    if (!addresses.has(path) && slugs.size > 0) addresses.set(path, [...slugs]);
  }
  return addresses;
}

/** The parts of an article that other addresses are derived from. */
export interface ForwardedArticle extends ArticleWithMessages {
  id: string;
  upstream: readonly { url: string }[];
}

/**
 * Returns every address that forwards to articles, and their slugs: permalinks, earlier slugs, upstream addresses,
 * messages. Articles may share an upstream address or a message.
 *
 * @param published addresses of messages that must stay valid
 */
export function forwardingAddresses(
  articles: readonly ForwardedArticle[],
  published?: MessageAddresses,
): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  const add = (path: string | undefined, slug: string) => {
    if (path === undefined) return;
    const slugs = targets.get(path) ?? [];
    if (!slugs.includes(slug)) targets.set(path, [...slugs, slug]);
  };
  for (const { slug, id, aliases, upstream } of articles) {
    add(permalinkPath(id), slug);
    for (const alias of aliases) add(articlePath(alias), slug);
    for (const { url } of upstream) add(upstreamPath(url), slug);
  }
  for (const [path, slugs] of messageAddresses(articles, published)) {
    for (const slug of slugs) add(path, slug);
  }
  return targets;
}

/** The documentation of the API. */
export const apiPath = '/api/';

/** The facts of all articles, and of one. */
export const articlesJsonPath = '/api/v1/articles.json';
export const articleJsonPath = (id: string) => `/api/v1/articles/${id}.json`;

/** Which articles cite an upstream address. */
export const upstreamJsonPath = '/api/v1/upstream.json';

/** All projects with their faults, and one of them. */
export const projectsJsonPath = '/api/v1/projects.json';
export const projectJsonPath = (id: string) => `/api/v1/projects/${id}.json`;

/** A fault in the OSV format, and all of them in one archive. */
export const osvJsonPath = (id: string) => `/api/v1/osv/${id}.json`;
export const osvArchivePath = '/api/v1/osv/all.zip';

/** The JSON Schema of an answer. */
export const schemaPath = (name: string) => `/api/v1/schemas/${name}.json`;

/** The facts that decide whether a fault affects an environment, of all faults. */
export const auditJsonPath = '/api/v1/audit.json';

/** Everything that programs need to diagnose without the site, in one language. */
export const knowledgeJsonPath = '/api/v1/knowledge.json';

/** The texts that the search page ranks, in one language. */
export const searchIndexPath = (locale: Locale) => `/search-index/${locale}.json`;

/**
 * Returns the address of a part of the search index at `path`, which may be a full address. The digest of the content
 * makes it cacheable forever.
 */
export const searchPartPath = (path: string, digest: string, kind: string, number: number) =>
  path.replace(/\.json$/, `/${digest}/${kind}-${number}.json`);

/** The diagnosis index of a language. The digest of its content makes it cacheable forever. */
export const diagnosisIndexPath = (locale: Locale, digest: string) =>
  `/diagnose/${locale}.${digest}.json`;

/** Returns the address of a part of the diagnosis index at `path`, which may be a full address. */
export const diagnosisPartPath = (path: string, number: number) =>
  path.replace(/\.json$/, `/${number}.json`);
