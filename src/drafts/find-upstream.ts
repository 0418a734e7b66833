import type { UpstreamLink } from '../domain/facts/facts.ts';
import {
  canonicalAddress,
  isUpstreamAddress,
  itemAddress,
  trackerItem,
  trackerKey,
  type TrackerItem,
} from '../domain/upstream/tracker-address.ts';
import type { UpstreamKind } from '../domain/vocabulary.ts';
import type { Found } from './found.ts';
import type { Issue } from './read-issue-json.ts';
import { runStart, trimEnd } from './text.ts';

/** Maximum number of addresses of a draft (chosen). */
const MAX_LINKS = 12;

/** Characters that end an address. Chinese text follows an address without a space. */
const ADDRESS_END = /[\s<>"'`，。；）】」（、\]|\\^{}\p{Script=Han}]/u;
const MAX_ADDRESS_LENGTH = 300;

/** `#123`, `cython/cython#123`, `GH-123`. */
const REFERENCE = /(?:#|(?<!\w)(?:GH|gh)-)([1-9]\d{0,5})(?![\w-]|\]\()/g;
const REPOSITORY = /^[A-Za-z0-9][\w-]*\/[\w.-]+$/;

const DOCS =
  /^(?:docs?|packaging|peps)\.|\.readthedocs\.(?:io|org)$|^(?:numpy|scipy|cython|pyo3)\.(?:org|rs)$|\.pydata\.org$|^learn\.microsoft\.com$/;

/** The usual kind of a cited item; the writer decides. */
export const KIND_OF_ITEM: Readonly<Record<TrackerItem['type'], UpstreamKind>> = {
  issues: 'issue',
  pull: 'fix',
  merge_requests: 'fix',
  discussions: 'discussion',
};

/** True for an address in the form that the facts accept. */
const isCitable = (url: string) => isUpstreamAddress(url) && canonicalAddress(url) === url;

const CITED = 'cited by the source; put its kind right';

/**
 * Finds the addresses upstream: that of the issue itself, which is certain, then those cited.
 *
 * @param lines with their numbers
 */
export function findUpstream(
  lines: readonly { number: number; text: string }[],
  issue: Issue | undefined,
): Found<UpstreamLink>[] {
  const found = new Map<string, Found<UpstreamLink>>();
  const add = (link: Found<UpstreamLink>) => {
    const key = keyOf(link.value.url);
    if (!found.has(key)) found.set(key, link);
  };
  const own = issue && ownLink(issue);
  if (own) add(own);
  const item = own && trackerItem(own.value.url);
  for (const { number, text } of lines) {
    const cited = [
      ...addressesIn(text).flatMap((address) => linkTo(address, own !== undefined) ?? []),
      ...referencesIn(text, item),
    ];
    for (const value of cited) {
      const isSure = value.kind === 'docs';
      add({ value, read: `line ${number}`, isSure, ...(!isSure && { note: CITED }) });
    }
  }
  return [...found.values()].slice(0, MAX_LINKS);
}

/** Returns what the spellings of one address have in common. */
export const keyOf = (url: string) => trackerKey(`/${url}`) ?? url.replace(/\/$/, '');

function ownLink({ url, isOpen, isPullRequest }: Issue): Found<UpstreamLink> | undefined {
  if (!isCitable(url)) return undefined;
  const kind = isPullRequest ? 'fix' : 'issue';
  const state = isOpen ? 'open' : 'closed';
  return { value: { kind, url: url.replace(/\/$/, ''), state }, read: 'url', isSure: true };
}

function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (let index = text.indexOf('http'); index >= 0; index = text.indexOf('http', index + 1)) {
    const chunk = text.slice(index, index + MAX_ADDRESS_LENGTH);
    if (!/^https?:\/\//.test(chunk)) continue;
    const end = chunk.search(ADDRESS_END);
    const address = end < 0 ? chunk : chunk.slice(0, end);
    found.push(trimEnd(address, address.includes('(') ? /[.,:;!?*_]/ : /[.,:;!?*_)]/));
    index += address.length;
  }
  return found;
}

/** Returns the link as the facts may hold it; `undefined` for an address that is not upstream. */
function linkTo(address: string, hasOwn: boolean): UpstreamLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, hash, search } = new URL(address);
  const item = trackerItem(`https://${hostname}${pathname}`);
  if (item) {
    const kind = KIND_OF_ITEM[item.type];
    const link = { kind: hasOwn && kind === 'issue' ? 'related' : kind, url: itemAddress(item) };
    return isCitable(link.url) ? (link as UpstreamLink) : undefined;
  }
  const url = `https://${hostname}${pathname}${hostname === 'github.com' ? '' : hash}`;
  if (!isCitable(url)) return undefined;
  if (hostname === 'github.com' && /\/commit\/[0-9a-f]{7}/.test(pathname)) {
    return { kind: 'change', url };
  }
  if (hostname === 'bugs.python.org' && /^\/issue\d+$/.test(pathname))
    return { kind: 'issue', url };
  return DOCS.test(hostname) && search === '' ? { kind: 'docs', url } : undefined;
}

/** Returns the items referred to by number. GitHub redirects an issue's address to the pull request of that number. */
function referencesIn(text: string, own: TrackerItem | undefined): UpstreamLink[] {
  return [...text.matchAll(REFERENCE)].flatMap((match): UpstreamLink[] => {
    const [, number = ''] = match;
    const before = text.slice(runStart(text, match.index, /[\w./-]/, 100), match.index);
    const isOwn =
      before === '' && own?.host === 'github.com' && !/[&/]$/.test(text.slice(0, match.index));
    const repository = isOwn ? `${own.owner}/${own.repo}` : before;
    if (!REPOSITORY.test(repository)) return [];
    const url = `https://github.com/${repository}/issues/${number}`;
    return isCitable(url) ? [{ kind: own ? 'related' : 'issue', url }] : [];
  });
}
