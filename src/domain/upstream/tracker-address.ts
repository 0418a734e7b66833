import { isPortableName } from '../text/portable-name.ts';

const MAX_ADDRESS_LENGTH = 300;

/**
 * An https address in ASCII without white space, quotes and backslashes, which programs interpret differently. Other
 * letters may look like ASCII ones.
 */
const PLAIN_ADDRESS = /^https:\/\/[\w.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-Z_a-z~[\]]*)?$/i;

/** A domain name with two or more labels, neither an IP address nor Punycode. */
const PUBLIC_HOST = /^(?!.*(?:^|\.)xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** True for an unambiguous https address of a public host. */
export function isPublicAddress(text: string): boolean {
  if (text.length > MAX_ADDRESS_LENGTH || !PLAIN_ADDRESS.test(text)) return false;
  return URL.canParse(text) && PUBLIC_HOST.test(new URL(text).hostname);
}

/** True for a public address without credentials, port and query. */
export function isUpstreamAddress(text: string): boolean {
  if (!isPublicAddress(text)) return false;
  const { port, search } = new URL(text);
  return port === '' && search === '';
}

/** An issue, a pull or merge request, or a discussion on GitHub or GitLab. */
export interface TrackerItem {
  host: 'github.com' | 'gitlab.com';
  /** On GitLab possibly a path of groups: `group/subgroup`. */
  owner: string;
  repo: string;
  type: 'issues' | 'pull' | 'discussions' | 'merge_requests';
  number: string;
}

/** The spellings of a type in addresses, lowercase. */
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

/** Names become folders of the site, so their length is limited as on the trackers. */
const NAME = /^[\w.-]{1,100}$/;
const NUMBER = /^\d{1,9}$/;

/** GitLab allows 20 nested groups, with the project and the `-` before the type. */
const MAX_NAMES = 22;

/** Parses the address of a tracker item; `undefined` for any other address. */
export function trackerItem(address: string): TrackerItem | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  return readItem(hostname, segmentsOf(pathname))?.item;
}

/** Returns the address of an item without the parts that may follow its number, such as `/files`. */
export function itemAddress({ host, owner, repo, type, number }: TrackerItem): string {
  const separator = host === 'gitlab.com' ? '-/' : '';
  return `https://${host}/${owner}/${repo}/${separator}${type}/${number}`;
}

/**
 * Returns the one form in which the library cites an upstream address: the type of a tracker item in lowercase, its number
 * without leading zeros, no `..` and no uppercase host. The case of owner and repository is kept, since only the
 * tracker knows it.
 *
 * @returns `undefined` if owner or repository could not be folders of the site
 */
export function canonicalAddress(address: string): string | undefined {
  const url = new URL(address);
  const found = readItem(url.hostname, segmentsOf(url.pathname));
  if (!found) return url.href === `${address}/` ? address : url.href;
  const { item, rest } = found;
  if (![...item.owner.split('/'), item.repo].every(isPortableName)) return undefined;
  return [itemAddress(item), ...rest].join('/') + url.hash;
}

const segmentsOf = (path: string) => path.split('/').filter(Boolean);

/**
 * Reads a tracker item from a path.
 *
 * @param names the segments of the path
 * @returns `rest`: the segments after the number, such as `files`
 */
function readItem(
  host: string,
  names: readonly string[],
): { item: TrackerItem; rest: string[] } | undefined {
  if (host !== 'github.com' && host !== 'gitlab.com') return undefined;
  const typeIndex = names.findIndex(
    (name, index) =>
      index >= 2 && TYPES[host].has(name.toLowerCase()) && NUMBER.test(names[index + 1] ?? ''),
  );
  const type = TYPES[host].get((names[typeIndex] ?? '').toLowerCase());
  if (!type || typeIndex > MAX_NAMES) return undefined;
  const project = names.slice(0, typeIndex).filter((name) => host === 'github.com' || name !== '-');
  const repo = project.pop();
  if (repo === undefined || ![...project, repo].every((name) => NAME.test(name))) return undefined;
  if (project.length === 0 || (host === 'github.com' && project.length > 1)) return undefined;
  const number = String(Number(names[typeIndex + 1]));
  const item: TrackerItem = { host, owner: project.join('/'), repo, type, number };
  return { item, rest: names.slice(typeIndex + 2) };
}

/**
 * Returns a key that is the same for all spellings of a tracker item: `github.com/cython/cython/6434`. On GitHub, issues,
 * pull requests and discussions of a repository share their numbers; on GitLab, issues and merge requests do not.
 *
 * @param path of an address on our host, without base path and language, in any case, with or without `https://`, `www.`,
 *   `issues/`, the slash at the end and segments such as `/files`
 * @returns `undefined` for anything else
 */
export function trackerKey(path: string): string | undefined {
  const [host = '', ...names] = path
    .toLowerCase()
    .split('/')
    .filter((name) => name !== '' && name !== 'https:' && name !== 'http:');
  const plain = host.replace(/^www\./, '');
  if (plain === 'github.com' && NUMBER.test(names[2] ?? '')) names.splice(2, 0, 'issues');
  const item = readItem(plain, names)?.item;
  if (!item) return undefined;
  const numbering = item.host === 'gitlab.com' ? `/${item.type}` : '';
  return `${item.host}/${item.owner}/${item.repo}${numbering}/${item.number}`;
}

/** Returns the last two digits of the number in a tracker key: `34` for `github.com/cython/cython/6434`, `07` for 7. */
export const numberEnding = (key: string) => (/\d{1,2}$/.exec(key)?.[0] ?? '').padStart(2, '0');

/**
 * Returns a short label of an upstream address: `cython/cython#6434` for tracker items (with `!` for merge requests of
 * GitLab), or else host and path.
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
