import { locales, type UpstreamKind } from '../vocabulary.ts';
import {
  articlePath,
  messageAddresses,
  permalinkPath,
  upstreamPath,
  type ArticleWithMessages,
  type MessageAddresses,
} from './addresses.ts';

/** An address that forwards to articles. */
export interface Forward {
  /** Path without base path and language. */
  path: string;
  /** Slugs of the articles, at least one. */
  slugs: string[];
  /** Whether the address exists once per language. All others exist once. */
  localized: boolean;
  /**
   * Whether the address has a file in a library of any size: permalinks, earlier slugs, and of each article the first
   * upstream thread.
   */
  essential: boolean;
}

/** The parts of an article that its addresses are derived from. */
export interface ForwardedArticle extends ArticleWithMessages {
  id: string;
  upstream: readonly { kind: UpstreamKind; url: string }[];
}

/**
 * Kinds of upstream threads in which people ask about the fault. The first one of an article is essential; a second one,
 * or a message, would make the site larger than 14 files an article.
 */
const MAIN_KINDS: readonly UpstreamKind[] = ['issue', 'fix', 'change'];

/**
 * Returns every address that forwards to articles: permalinks, earlier slugs, upstream addresses, messages. Articles may
 * share an upstream address or a message; a shared address is essential because it lists them.
 *
 * @param published addresses of messages that must stay valid
 */
export function forwardsOf(
  articles: readonly ForwardedArticle[],
  published?: MessageAddresses,
): Forward[] {
  const forwards = new Map<string, Forward>();
  const add = (path: string, slug: string, { localized = false, essential = false } = {}) => {
    const forward = forwards.get(path) ?? { path, slugs: [], localized, essential };
    if (!forward.slugs.includes(slug)) forward.slugs.push(slug);
    forward.essential ||= essential || listsArticles(forward);
    forwards.set(path, forward);
  };
  for (const { slug, id, aliases, upstream } of articles) {
    for (const path of [permalinkPath(id), ...aliases.map(articlePath)]) {
      add(path, slug, { localized: true, essential: true });
    }
    const threads = upstream.flatMap(({ kind, url }) => {
      const path = upstreamPath(url);
      return path === undefined ? [] : { kind, path };
    });
    const main = threads.find(({ kind }) => MAIN_KINDS.includes(kind))?.path;
    for (const { path } of threads) add(path, slug, { essential: path === main });
  }
  for (const [path, slugs] of messageAddresses(articles, published)) {
    for (const slug of slugs) add(path, slug);
  }
  return [...forwards.values()];
}

/** Returns whether an address has a page of the site that lists its articles. All others lead to their only article. */
export const listsArticles = ({ slugs }: Pick<Forward, 'slugs'>) => slugs.length > 1;

/** Forwards with a file, and those that the 404 page answers. */
export interface ForwardFiles {
  written: Forward[];
  unwritten: Forward[];
}

/**
 * Chooses the addresses that get a file: all of them if the whole site then has at most `maxFiles` files, otherwise the
 * essential ones.
 *
 * @param forwards addresses that lead to one article
 * @param otherFiles number of files of the site without theirs
 */
export function chooseForwardFiles(
  forwards: readonly Forward[],
  otherFiles: number,
  maxFiles: number,
): ForwardFiles {
  const files = forwards.reduce((sum, forward) => sum + fileCount(forward), otherFiles);
  if (files <= maxFiles) return { written: [...forwards], unwritten: [] };
  return {
    written: forwards.filter(({ essential }) => essential),
    unwritten: forwards.filter(({ essential }) => !essential),
  };
}

const fileCount = ({ localized }: Forward) => (localized ? locales.length : 1);
