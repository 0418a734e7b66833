/** No address that a person follows is longer. */
const ADDRESS_LENGTH = 300;

/**
 * What an address may be written with. Not: white space, quotes, backslashes, which programs read in different ways,
 * and letters outside ASCII, among which are look-alikes.
 */
const PLAIN_ADDRESS = /^https:\/\/[\w.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-Z_a-z~[\]]*)?$/i;

/** A name in the domain name system, of two parts or more; not a number and not one in Punycode. */
const PUBLIC_HOST = /^(?!.*(?:^|\.)xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** True for an https address of a public host, written so that everything reads it in the same way. */
export function isPublicAddress(text: string): boolean {
  if (text.length > ADDRESS_LENGTH || !PLAIN_ADDRESS.test(text)) return false;
  return URL.canParse(text) && PUBLIC_HOST.test(new URL(text).hostname);
}

/** True for a public address that names a page and nothing else: no credentials, port or query. */
export function isUpstreamAddress(text: string): boolean {
  if (!isPublicAddress(text)) return false;
  const { port, search } = new URL(text);
  return port === '' && search === '';
}

/** An issue, a change or a discussion on GitHub or GitLab. */
export interface TrackerItem {
  host: 'github.com' | 'gitlab.com';
  /** On GitLab also a path of groups: `group/subgroup`. */
  owner: string;
  repo: string;
  type: 'issues' | 'pull' | 'discussions' | 'merge_requests';
  number: string;
}

/** What people and trackers write for a type of item, in small letters. */
const TYPES: Readonly<Record<TrackerItem['host'], ReadonlyMap<string, TrackerItem['type']>>> = {
  'github.com': new Map([
    ['issues', 'issues'],
    ['issue', 'issues'],
    ['pull', 'pull'],
    ['pulls', 'pull'],
    ['discussions', 'discussions'],
  ]),
  'gitlab.com': new Map([
    ['issues', 'issues'],
    ['issue', 'issues'],
    ['work_items', 'issues'],
    ['merge_requests', 'merge_requests'],
  ]),
};

/** The parts become folders, so they are as short as the trackers keep them. */
const NAME = /^[\w.-]{1,100}$/;
const NUMBER = /^\d{1,9}$/;

/** GitLab nests groups twenty deep; a longer path is nobody's. */
const MAX_NAMES = 22;

/** The tracker item that an address names, or `undefined` for any other address. */
export function trackerItem(address: string): TrackerItem | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  return readItem(hostname, pathname.split('/').filter(Boolean));
}

/** @param names the path in pieces; what stands behind the number, such as `files`, is not looked at */
function readItem(host: string, names: readonly string[]): TrackerItem | undefined {
  if (host !== 'github.com' && host !== 'gitlab.com') return undefined;
  const at = names.findIndex(
    (name, index) =>
      index >= 2 && TYPES[host].has(name.toLowerCase()) && NUMBER.test(names[index + 1] ?? ''),
  );
  const type = TYPES[host].get((names[at] ?? '').toLowerCase());
  if (!type || at > MAX_NAMES) return undefined;
  const project = names.slice(0, at).filter((name) => host === 'github.com' || name !== '-');
  const repo = project.pop();
  if (repo === undefined || ![...project, repo].every((name) => NAME.test(name))) return undefined;
  if (project.length === 0 || (host === 'github.com' && project.length > 1)) return undefined;
  return { host, owner: project.join('/'), repo, type, number: names[at + 1] ?? '' };
}

/**
 * What two ways to write one tracker item have in common: `github.com/cython/cython/6434`. On GitHub issues, pull
 * requests and discussions of a repository are numbered together, so the number names one of them; on GitLab issues
 * and merge requests are numbered apart.
 *
 * @param path of an address on our host, without base path and language, however it was typed: with or without
 *   `https://`, `www.`, `issues/`, the slash at the end, a part such as `/files`, in any case
 */
export function trackerKey(path: string): string | undefined {
  const [host = '', ...names] = path
    .toLowerCase()
    .split('/')
    .filter((name) => name !== '' && name !== 'https:' && name !== 'http:');
  const plain = host.replace(/^www\./, '');
  if (plain === 'github.com' && NUMBER.test(names[2] ?? '')) names.splice(2, 0, 'issues');
  const item = readItem(plain, names);
  if (!item) return undefined;
  const numbering = item.host === 'gitlab.com' ? `/${item.type}` : '';
  return `${item.host}/${item.owner}/${item.repo}${numbering}/${item.number}`;
}

/**
 * How an upstream address is called in a list: `cython/cython#6434` for tracker items (GitLab's
 * merge requests with its `!`), else host and path without the slash at the end.
 */
export function upstreamLabel(address: string): string {
  const item = trackerItem(address);
  if (item) {
    const sign = item.type === 'merge_requests' ? '!' : '#';
    return `${item.owner}/${item.repo}${sign}${item.number}`;
  }
  const { hostname, pathname } = new URL(address);
  return `${hostname}${pathname}`.replace(/\/$/, '');
}
