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
export const wantedPath = '/wanted/';

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
/** The page with the whole table of an article with a lookup. */
export const articleTablePath = (slug: string) => `${articlePath(slug)}table/`;
export const permalinkPath = (id: string) => `/${id}/`;
/** The image of a link preview. */
export const cardPath = (id: string) => `/cards/${id}.png`;

/** The badge for a README, a manual or an issue. */
export const badgePath = (id: string) => `/badge/${id}.svg`;

export const projectPath = (id: string) => `/projects/${id}/`;

/** Facets with browse pages, and the first part of their addresses. */
export const browseFolders = {
  category: 'categories',
  symptom: 'symptoms',
  platform: 'platforms',
  python: 'python',
} as const;

export type BrowseFacet = keyof typeof browseFolders;

export const browsePath = (facet: BrowseFacet, value: string) =>
  `/${browseFolders[facet]}/${value}/`;
export const browseIndexPath = (facet: BrowseFacet) => `/${browseFolders[facet]}/`;

/**
 * Returns the path of a page of a list: the first has the path of the list. The part `page/` tells the number from the
 * slug of an article, which may be a number, too.
 */
export const listPagePath = (path: string, number: number) =>
  number === 1 ? path : `${path}page/${number}/`;

/** The Atom feed of the articles that a page lists. */
export const feedPath = (path: string) => `${path}feed.xml`;

/** Returns the address of a page in a language, which every page has: `/zh/...`. */
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

/**
 * Returns the address of the ids of articles by message, for messages without a page: `/e/1/44.json` for
 * `/e/1/44778c6fa2d48f76/`.
 */
export const messageLookupPath = (path: string) =>
  path.replace(/([0-9a-f]{2})[0-9a-f]{14}\/$/, '$1.json');

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

/** The documentation of the API. */
export const apiPath = '/api/';

/** The facts of all articles, of all in parts, and of one. The first part is 1. */
export const articlesJsonPath = '/api/v1/articles.json';
export const articlesPartPath = (number: number | string) => `/api/v1/articles/page/${number}.json`;
export const articleJsonPath = (id: string) => `/api/v1/articles/${id}.json`;

/** Which articles cite an upstream address. */
export const upstreamJsonPath = '/api/v1/upstream.json';

/** The part of it with the threads of trackers whose number ends in two digits, such as `05`. */
export const upstreamPartPath = (digits: string) => `/api/v1/upstream/${digits}.json`;

/** All projects with their faults, and one of them. */
export const projectsJsonPath = '/api/v1/projects.json';
export const projectJsonPath = (id: string) => `/api/v1/projects/${id}.json`;

/** A fault in the OSV format, and all of them in one archive. */
export const osvJsonPath = (id: string) => `/api/v1/osv/${id}.json`;
export const osvArchivePath = '/api/v1/osv/all.zip';

/** The JSON Schema of an answer. */
export const schemaPath = (name: string) => `/api/v1/schemas/${name}.json`;

/**
 * The facts that decide whether a fault affects an environment: of all faults; with titles and fixes in one language for
 * the faults of a project; and the projects with the faults of each package.
 */
export const auditFactsPath = '/api/v1/audit/facts.json';
export const auditPartPath = (project: string) => `/api/v1/audit/projects/${project}.json`;
export const auditTablePath = '/api/v1/audit/packages.json';

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

/** A part of a table; the digest of all tables makes it cacheable forever. */
export const tablePartPath = (digest: string, table: string, number: number) =>
  `/tables/${digest}/${table}/${number}.json`;

/** A table that answers a fault for many names. */
export const tableJsonPath = (table: string) => `/api/v1/tables/${table}.json`;

/** The answers of an article to all names of its table. */
export const answersJsonPath = (id: string) => `/api/v1/answers/${id}.json`;
