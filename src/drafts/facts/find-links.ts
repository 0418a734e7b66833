import type { UpstreamLink } from '../../domain/facts/facts.ts';
import {
  isUpstreamAddress,
  trackerItem,
  trackerKey,
  type TrackerItem,
} from '../../domain/upstream/tracker-address.ts';
import type { UpstreamKind } from '../../domain/vocabulary.ts';
import { atLine, type Found } from './found.ts';
import type { KnownProject } from '../versions/known-project.ts';
import type { ReadLine, Reading } from '../reading/reading.ts';
import { runStart, trimEndOf } from '../reading/trim.ts';

/** So many addresses bear out an article; a thread may name many more. */
const MAX_LINKS = 12;

/** Signs that end an address in a text; what is Chinese stands directly behind it. */
const ADDRESS_END = /[\s<>"'`，。；）】」（、\]|\\^{}\u3400-\u9fff]/;
const ADDRESS_LENGTH = 300;

/** `#123`, `cython/cython#123`, `GH-123`; not a heading, not a colour. */
const REFERENCE = /(?:#|(?<!\w)(?:GH|gh)-)(\d{1,6})(?![\w-]|\]\()/g;

/** Pages that repeat what others found out; none of them is upstream. */
const BLOGS =
  /(?:^|\.)(?:csdn\.net|gitcode\.(?:com|net)|gitee\.com|zhihu\.com|juejin\.cn|cnblogs\.com|jianshu\.com|segmentfault\.com|51cto\.com|aliyun\.com|tencent\.com|huaweicloud\.com|oschina\.net|baidu\.com|medium\.com|dev\.to|stackoverflow\.com|stackexchange\.com|reddit\.com|twitter\.com|x\.com|youtube\.com|bilibili\.com|creativecommons\.org|shields\.io|githubusercontent\.com|example\.(?:com|org))$/;

const DOCS =
  /^(?:docs?|packaging|peps)\.|readthedocs\.|\.github\.io$|^(?:numpy|scipy|cython|pyo3|docs|pybind11)\.(?:org|rs)$|\.pydata\.org$|^learn\.microsoft\.com$|^docs\.rs$/;

const FIX =
  /(?<!\w)(?:fix(?:e[sd]|ing)?|resolve[sd]?|solve[sd]?|close[sd]? (?:by|in|via)|merged|landed|patch|backport(?:ed)?)(?!\w)|修复|解决|合并|补丁|修正/i;
const CHANGE =
  /(?<!\w)(?:introduced (?:by|in)|caused by|since|regression (?:from|of|in)|broke(?:n by)?|bisect(?:ed|s)?|removed in|changed (?:in|by)|came with|change came|offending)(?!\w)|引入|导致|造成|移除|变更/i;
const RELATED =
  /(?<!\w)(?:related|similar|see also|duplicate|dup of|same as|cf\.?|compare|unrelated)(?!\w)|相关|类似|重复|另见/i;

interface Candidate {
  url: string;
  kind: UpstreamKind;
  line: number;
  isSure: boolean;
  /** An address, not a number alone, which does not tell an issue from a change. */
  isExact: boolean;
  state?: UpstreamLink['state'];
}

/**
 * The addresses upstream that a source names, the issue itself first.
 *
 * @param project its tracker is meant by `#123`, and the placeholder where nothing was found
 */
export function findLinks(
  { lines, source, clutter, title }: Reading,
  project: KnownProject | undefined,
): Found<UpstreamLink>[] {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    const key = trackerKey(`/${candidate.url}`) ?? candidate.url.replace(/\/$/, '');
    const known = found.get(key);
    if (!known) found.set(key, candidate);
    else if (candidate.isExact && !known.isExact)
      found.set(key, { ...candidate, line: known.line });
    else if (candidate.isExact === known.isExact && RANK[candidate.kind] > RANK[known.kind]) {
      found.set(key, { ...candidate, line: known.line });
    }
  };
  const own = source.issue && ownLink(source.issue);
  if (own) add(own);
  const item = own && trackerItem(own.url);
  const repository = item ? `${item.owner}/${item.repo}` : project?.repository;
  const first: ReadLine[] =
    title === undefined ? [] : [{ number: 0, text: title, isHeading: true, voice: 'author' }];
  for (const line of [...first, ...lines]) {
    for (const url of addressesIn(line.text)) {
      const candidate = fromAddress(url, line, project, own !== undefined);
      if (candidate) add(candidate);
    }
    for (const candidate of references(line, repository, own !== undefined)) add(candidate);
  }
  // Some posts end with the address of what they were made from.
  for (const { text, number } of clutter) {
    for (const url of addressesIn(text)) {
      const candidate = fromAddress(
        url,
        { number, text: '', isHeading: false, voice: 'author' },
        project,
        false,
      );
      if (candidate && trackerItem(candidate.url)) add(candidate);
    }
  }
  const links = [...found.values()]
    .sort((a, b) => RANK[b.kind] - RANK[a.kind] || a.line - b.line)
    .slice(0, MAX_LINKS);
  if (links.length === 0) return [placeholder(project)];
  return links.map(({ url, kind, line, isSure, state }) => ({
    value: { kind, url, ...(state && { state }) },
    read: line > 0 ? atLine(line) : url === own?.url ? 'url' : 'title',
    isSure,
  }));
}

/** What bears out an article most. */
const RANK: Readonly<Record<UpstreamKind, number>> = {
  issue: 7,
  fix: 6,
  change: 5,
  discussion: 4,
  downstream: 3,
  docs: 2,
  related: 1,
};

function placeholder(project: KnownProject | undefined): Found<UpstreamLink> {
  const url = project?.report ?? 'https://github.com/python/cpython/issues';
  return {
    value: { kind: 'issue', url },
    isSure: false,
    note: 'no address was found; put that of the report here',
  };
}

function ownLink({ url, isOpen, isPullRequest }: NonNullable<Reading['source']['issue']>) {
  if (!isUpstreamAddress(url)) return undefined;
  const link: Candidate = {
    url: url.replace(/\/$/, ''),
    kind: isPullRequest ? 'fix' : 'issue',
    line: 0,
    isSure: true,
    isExact: true,
    state: isOpen ? 'open' : 'closed',
  };
  return link;
}

/** The addresses of a line without the punctuation behind them. */
function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('http'); at >= 0; at = text.indexOf('http', at + 1)) {
    const chunk = text.slice(at, at + ADDRESS_LENGTH);
    if (!/^https?:\/\//.test(chunk)) continue;
    const end = chunk.search(ADDRESS_END);
    const address = end < 0 ? chunk : chunk.slice(0, end);
    found.push(trimEndOf(address, address.includes('(') ? /[.,:;!?*_]/ : /[.,:;!?*_)]/));
    at += address.length;
  }
  return found;
}

/** The address as the facts may hold it, with what it is; `undefined` for what is not upstream. */
function fromAddress(
  address: string,
  line: ReadLine,
  project: KnownProject | undefined,
  hasOwn: boolean,
): Candidate | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = throughRedirect(new URL(address));
  const host = url.hostname.toLowerCase();
  if (BLOGS.test(host)) return undefined;
  const item =
    trackerItem(`https://${host}${url.pathname}`) ?? trackerItem(withoutPart(host, url.pathname));
  const plain = item
    ? addressOf(item)
    : `https://${host}${url.pathname}${host === 'github.com' ? '' : url.hash}`;
  if (!isUpstreamAddress(plain)) return undefined;
  const base = { url: plain, line: line.number, isExact: true };
  if (item)
    return { ...base, ...kindOf(item.type, `${item.owner}/${item.repo}`, line, project, hasOwn) };
  if (host === 'github.com' && /\/commit\/[0-9a-f]{7}/.test(url.pathname)) {
    return { ...base, ...kindOf('pull', undefined, line, project, hasOwn) };
  }
  if (host === 'bugs.python.org' && /^\/issue\d+$/.test(url.pathname)) {
    return { ...base, kind: 'issue', isSure: project?.id === 'cpython' };
  }
  if (/^discuss\.|^groups\.|mail/.test(host)) {
    return { ...base, kind: 'discussion', isSure: true };
  }
  if (DOCS.test(host) || /\/(?:docs?|documentation|changelog|release)/i.test(url.pathname)) {
    return { ...base, kind: 'docs', isSure: url.search === '' };
  }
  return undefined;
}

/** An item of a tracker without what may stand behind its number. */
function addressOf({ host, owner, repo, type, number }: TrackerItem): string {
  const part = host === 'gitlab.com' ? `-/${type}` : type;
  return `https://${host}/${owner}/${repo}/${part}/${number}`;
}

/** Blogs lead through a page of their own: `https://link.example/?target=https%3A...`. */
function throughRedirect(url: URL): URL {
  if (!/^links?\./.test(url.hostname)) return url;
  const target = url.searchParams.get('target') ?? url.searchParams.get('url') ?? '';
  return URL.canParse(target) ? new URL(target) : url;
}

/** `/owner/repo/pull/5/files` names the pull request. */
function withoutPart(host: string, path: string): string {
  return `https://${host}${path.split('/').slice(0, 5).join('/')}`;
}

type Kind = Pick<Candidate, 'kind' | 'isSure' | 'state'>;

/** What an item of a tracker is to the fault, by what is said beside it. */
function kindOf(
  type: TrackerItem['type'],
  repository: string | undefined,
  { text, role }: ReadLine,
  project: KnownProject | undefined,
  hasOwn: boolean,
): Kind {
  const isForeign =
    project?.repository !== undefined &&
    repository !== undefined &&
    repository.toLowerCase() !== project.repository;
  if (role === 'look-alikes' || RELATED.test(text)) return { kind: 'related', isSure: false };
  if (type === 'discussions') return { kind: 'discussion', isSure: true };
  if (type === 'pull' || type === 'merge_requests') {
    if (FIX.test(text)) {
      const isMerged = /merged|合并|合入|released|发布/i.test(text);
      return { kind: 'fix', isSure: !isForeign, ...(isMerged && { state: 'merged' as const }) };
    }
    return CHANGE.test(text) ? { kind: 'change', isSure: false } : { kind: 'fix', isSure: false };
  }
  if (isForeign) return { kind: 'downstream', isSure: false };
  return hasOwn ? { kind: 'related', isSure: false } : { kind: 'issue', isSure: true };
}

/** `fixed by #123`: an issue or a pull request, which the number does not tell. */
function references(line: ReadLine, repository: string | undefined, hasOwn: boolean): Candidate[] {
  if (line.isHeading && /^#{1,6}\s/.test(line.text)) return [];
  return [...line.text.matchAll(REFERENCE)].flatMap((match): Candidate[] => {
    const [whole, number = ''] = match;
    const before = line.text.slice(runStart(line.text, match.index, /[\w./-]/, 100), match.index);
    // `Error #15` is what a program printed.
    if (/(?:error|warning|错误|exception)\s?$/i.test(line.text.slice(0, match.index))) return [];
    // A part of an address, a color, an entity: no reference.
    if (/[&/]$/.test(line.text.slice(0, match.index)) || number.startsWith('0')) return [];
    if (before !== '' && !/^[A-Za-z0-9][\w-]*\/[\w.-]+$/.test(before)) return [];
    const target = before === '' ? repository : before;
    if (target === undefined) return [];
    const around = line.text.slice(Math.max(0, match.index - 60), match.index + whole.length + 30);
    const isPull = /(?:\bPR|pull request|拉取请求|合并请求)\s?$/i.test(
      line.text.slice(0, match.index),
    );
    const at = (type: 'issues' | 'pull') => `https://github.com/${target}/${type}/${number}`;
    const base = { line: line.number, isSure: false, isExact: false };
    if (RELATED.test(around)) return [{ ...base, url: at('issues'), kind: 'related' }];
    if (FIX.test(around) || isPull) {
      const isSure = FIX.test(around) && (hasOwn || isPull);
      return [{ ...base, url: at('pull'), kind: 'fix', isSure }];
    }
    if (CHANGE.test(around)) return [{ ...base, url: at('pull'), kind: 'change' }];
    if (hasOwn) return [{ ...base, url: at('issues'), kind: 'related' }];
    return /issue|问题|报告|#/i.test(around) ? [{ ...base, url: at('issues'), kind: 'issue' }] : [];
  });
}
