/** Hosts whose issue and change addresses the site mirrors: `/github.com/<owner>/<repo>/issues/<n>/`. */
const TRACKER_PATH = /^\/([\w.-]+)\/([\w.-]+)\/(issues|pull|discussions)\/(\d+)\/?$/;

/** True for an https address that names a page and nothing else: no credentials, port or query. */
export function isUpstreamAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    url.search === '' &&
    url.hostname.includes('.')
  );
}

/** An issue, pull request or discussion on GitHub. */
export interface TrackerItem {
  owner: string;
  repo: string;
  type: 'issues' | 'pull' | 'discussions';
  number: string;
}

/** The tracker item that a GitHub address names, or `undefined` for any other address. */
export function trackerItem(address: string): TrackerItem | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  const match = hostname === 'github.com' ? TRACKER_PATH.exec(pathname) : null;
  if (!match) return undefined;
  const [, owner = '', repo = '', type, number = ''] = match;
  return { owner, repo, type: type as TrackerItem['type'], number };
}

/**
 * What people type behind our host for a tracker item: with or without `https://`, `www.`, `issues/`, the slash at the
 * end, a part such as `/files`, in any case.
 */
const TYPED_PATH =
  /^\/(?:https?:\/{1,2})?(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)\/(?:(?:issues?|pulls?|discussions)\/)?(\d+)(?:\/[^?#]*)?$/i;

/**
 * What two ways to write one tracker item have in common: `cython/cython/6434`. Issues, pull requests and discussions
 * of a repository are numbered together, so the number names one of them.
 *
 * @param path of an address on our host, without base path and language
 */
export function trackerKey(path: string): string | undefined {
  const match = TYPED_PATH.exec(path);
  return match?.slice(1, 4).join('/').toLowerCase();
}

/**
 * How an upstream address is called in a list: `cython/cython#6434` for tracker items,
 * else host and path without the slash at the end.
 */
export function upstreamLabel(address: string): string {
  const item = trackerItem(address);
  if (item) return `${item.owner}/${item.repo}#${item.number}`;
  const { hostname, pathname } = new URL(address);
  return `${hostname}${pathname}`.replace(/\/$/, '');
}
