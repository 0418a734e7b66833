import type { RecordedRequest, Reply } from './mock-server.ts';

export interface IssueShape {
  repo?: string;
  number: number;
  state?: 'open' | 'closed';
  closedAt?: string | null;
  /** Set for a pull request; `null` when it was not merged. */
  mergedAt?: string | null;
}

/**
 * Returns an issue or a pull request in the shape of GitHub's REST API.
 *
 * @see https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
export function issueShape({
  repo = 'example/demo',
  number,
  state = 'open',
  closedAt = null,
  mergedAt,
}: IssueShape) {
  const kind = mergedAt === undefined ? 'issues' : 'pull';
  return {
    url: `https://api.github.com/repos/${repo}/issues/${number}`,
    html_url: `https://github.com/${repo}/${kind}/${number}`,
    id: 1000 + number,
    node_id: 'I_kwDOA',
    number,
    title: 'It crashes',
    user: { login: 'octocat', id: 1, type: 'User' },
    labels: [],
    state,
    state_reason: state === 'closed' ? 'completed' : null,
    locked: false,
    comments: 3,
    created_at: '2025-12-01T08:00:00Z',
    updated_at: '2026-02-20T08:00:00Z',
    closed_at: closedAt,
    body: 'Same here.',
    ...(mergedAt === undefined
      ? {}
      : {
          pull_request: {
            url: `https://api.github.com/repos/${repo}/pulls/${number}`,
            html_url: `https://github.com/${repo}/pull/${number}`,
            merged_at: mergedAt,
          },
        }),
  };
}

/**
 * GitHub's answer when the requests of the hour are used up.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const primaryLimit = (resetsAt: Date): Reply => ({
  status: 403,
  headers: {
    'x-ratelimit-limit': '60',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(resetsAt.getTime() / 1000),
    'x-ratelimit-resource': 'core',
  },
  body: {
    message: "API rate limit exceeded for 192.0.2.1. (But here's the good news: ...)",
    documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
  },
});

/** GitHub's answer to too many requests in a short time. */
export const secondaryLimit = (seconds: number): Reply => ({
  status: 403,
  headers: { 'retry-after': String(seconds) },
  body: {
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    documentation_url:
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  },
});

/** Path of an issue or a pull request in the REST API. */
export const issuePath = (number: number, repo = 'example/demo') =>
  `/repos/${repo}/issues/${number}`;

/** Replies by path; a function is called for each request. */
export type Routes = Record<string, Reply | ((request: RecordedRequest) => Reply)>;

export function byPath(routes: Routes): (request: RecordedRequest) => Reply | undefined {
  return (request) => {
    const reply = Object.hasOwn(routes, request.path) ? routes[request.path] : undefined;
    return typeof reply === 'function' ? reply(request) : reply;
  };
}

/**
 * Returns a project page of PyPI's Simple API.
 *
 * @param files file name, day of the upload, and further fields
 * @see https://packaging.python.org/en/latest/specifications/simple-repository-api/
 */
export function simplePage(
  name: string,
  versions: readonly string[],
  files: readonly (readonly [filename: string, day: string, more?: Record<string, unknown>])[],
): Reply {
  return {
    headers: { 'content-type': 'application/vnd.pypi.simple.v1+json' },
    body: {
      meta: { 'api-version': '1.1' },
      name,
      versions,
      files: files.map(([filename, day, more]) => ({
        filename,
        url: `https://files.example/${filename}`,
        hashes: { sha256: '0'.repeat(64) },
        size: 1000,
        'upload-time': `${day}T10:11:12.345678Z`,
        yanked: false,
        ...more,
      })),
    },
  };
}

/**
 * Returns a line of a file in a Cargo registry index.
 *
 * @see https://doc.rust-lang.org/cargo/reference/registry-index.html#json-schema
 */
export const crateLine = (vers: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    name: 'demo-rs',
    vers,
    deps: [],
    cksum: '0'.repeat(64),
    features: {},
    yanked: false,
    ...more,
  });
