import { Octokit } from '@octokit/core';
import { GraphqlResponseError } from '@octokit/graphql';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { z } from 'zod';
import { trackerItem, type TrackerItem } from '../domain/upstream/tracker-address.ts';
import type { Answer, AnswerCache, Found } from './answer-cache.ts';
import { RequestError, dayOf, oneLine, reasonOf } from './http.ts';

export interface GitHubOptions {
  /** Address of the API, without a trailing slash: `https://api.github.com`. */
  baseUrl: string;
  /** Without a token GitHub answers 60 requests per hour, and none about discussions. */
  token: string | undefined;
  userAgent: string;
  /** Answers of earlier runs; new ones are added. */
  answers: AnswerCache;
  /** Called before a pause that GitHub asks for. */
  onPause: (seconds: number) => void;
  signal: AbortSignal;
  /** Back-off unit in ms. */
  second: number;
}

/** The rate limit is reached. */
export class RateLimitError extends Error {
  readonly until: Date;

  constructor(until: Date) {
    super(`GitHub answers again at ${until.toISOString()}`);
    this.until = until;
  }
}

export class TokenRejectedError extends Error {}

/** GitHub could not be reached, whatever was requested. */
export class UnreachableError extends RequestError {}

/** Chosen; a longer pause ends the run. */
const MAX_PAUSE_SECONDS = 60;
const TIMEOUT_MS = 30_000;

const issueSchema = z.object({
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  closed_at: z.string().nullish(),
  pull_request: z.object({ merged_at: z.string().nullish() }).nullish(),
});

const discussionSchema = z.object({
  repository: z
    .object({
      discussion: z
        .object({ url: z.string(), closed: z.boolean(), closedAt: z.string().nullable() })
        .nullable(),
    })
    .nullable(),
});

const DISCUSSION = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    discussion(number: $number) { url closed closedAt }
  }
}`;

const PoliteOctokit = Octokit.plugin(throttling, retry);
const silent = () => undefined;

/** Requests the state of an issue, a pull request or a discussion by its address. */
export type GitHubClient = (url: string) => Promise<Answer>;

/**
 * Creates a client that needs one request per address: the API lists pull requests among the issues, with the day of
 * the merge. It follows repositories and issues that moved, and retries failures of the network and the server after
 * 1, 4 and 9 seconds.
 *
 * The client throws `RateLimitError`, `TokenRejectedError`, `UnreachableError`, or another `RequestError` when the
 * answer cannot be used.
 */
export function gitHubClient(options: GitHubOptions): GitHubClient {
  const { answers, token } = options;
  const octokit = connect(options);
  return async (url) => {
    const item = trackerItem(url);
    if (!item) throw new RequestError('not an issue, pull request or discussion on GitHub');
    if (item.type === 'discussions') {
      if (token === undefined) throw new RequestError('discussions need a GITHUB_TOKEN');
      return requestDiscussion(octokit, item);
    }
    return requestIssue(octokit, url, item, answers);
  };
}

function connect({ baseUrl, token, userAgent, onPause, signal, second }: GitHubOptions) {
  return new PoliteOctokit({
    baseUrl,
    userAgent,
    ...(token === undefined ? {} : { auth: token }),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { retryAfterBaseValue: second, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      retryAfterBaseValue: second,
      onRateLimit: () => false,
      onSecondaryRateLimit: (seconds: number, _options, _octokit, retries: number) => {
        const waits = seconds <= MAX_PAUSE_SECONDS && retries < 2;
        if (waits) onPause(seconds);
        return waits;
      },
    },
    request: {
      fetch: (input: string, init: RequestInit) =>
        fetch(input, {
          ...init,
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        }),
    },
  });
}

/** Octokit counts retries in this object; requests that share one share the count, and so the pauses. */
const ownRequest = () => ({});

type Client = ReturnType<typeof connect>;

async function requestIssue(
  octokit: Client,
  url: string,
  { owner, repo, number }: TrackerItem,
  answers: AnswerCache,
): Promise<Answer> {
  const known = answers.get(url);
  try {
    const { data, headers } = await octokit.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}',
      {
        owner,
        repo,
        issue_number: Number(number),
        request: ownRequest(),
        ...(known ? { headers: { 'if-none-match': known.etag } } : {}),
      },
    );
    const issue = issueSchema.safeParse(data);
    if (!issue.success) throw new RequestError('the answer is not an issue or pull request');
    const { html_url, state, closed_at, pull_request } = issue.data;
    const merged = pull_request?.merged_at;
    const answer = found(url, html_url, merged ? 'merged' : state, merged ?? closed_at);
    if (headers.etag) answers.set(url, { ...answer, etag: headers.etag });
    return answer;
  } catch (error) {
    if (known && statusOf(error) === 304) {
      const { etag: _, ...answer } = known;
      return answer;
    }
    return goneOr(error);
  }
}

/** Discussions are only in the GraphQL API. */
async function requestDiscussion(
  octokit: Client,
  { owner, repo, number }: TrackerItem,
): Promise<Answer> {
  const url = `https://github.com/${owner}/${repo}/discussions/${number}`;
  try {
    const data = await octokit.graphql(DISCUSSION, {
      owner,
      repo,
      number: Number(number),
      request: ownRequest(),
    });
    const parsed = discussionSchema.safeParse(data);
    if (!parsed.success) throw new RequestError('the answer is not a discussion');
    const discussion = parsed.data.repository?.discussion;
    if (!discussion) return { gone: true };
    return found(url, discussion.url, discussion.closed ? 'closed' : 'open', discussion.closedAt);
  } catch (error) {
    if (!(error instanceof GraphqlResponseError)) return goneOr(error);
    if (error.errors?.some(({ type }) => type === 'NOT_FOUND')) return { gone: true };
    throw new RequestError(oneLine(error.message));
  }
}

function found(
  requested: string,
  current: string,
  state: Found['state'],
  closedAt: string | null | undefined,
): Found {
  const closed = state === 'open' ? undefined : dayOf(closedAt);
  return {
    state,
    ...(closed === undefined ? {} : { closed }),
    ...(isElsewhere(requested, current) ? { moved: current } : {}),
  };
}

/** Compares repository and number only: GitHub changes the case of names, and redirects between issues and pulls. */
function isElsewhere(requested: string, current: string): boolean {
  const [from, to] = [requested, current].map((url) => {
    const item = trackerItem(url);
    return item && `${item.owner}/${item.repo}/${item.number}`.toLowerCase();
  });
  return to !== undefined && from !== to;
}

/** The fields in use of the errors that Octokit throws; `response` is absent when GitHub was not reached. */
interface RequestFailure {
  message: string;
  status?: number;
  response?: { headers?: Record<string, string | undefined> };
}

const statusOf = (error: unknown) => (error as RequestFailure).status;

/** Returns the answer for an address that does not exist; throws an error of this module for any other failure. */
function goneOr(error: unknown): Answer {
  if (error instanceof RequestError) throw error;
  const { status, response, message } = error as RequestFailure;
  if (!response) throw new UnreachableError(reasonOf(error));
  if (status === 404 || status === 410) return { gone: true };
  if (status === 401) throw new TokenRejectedError();
  const until = limitEnd(message, response.headers ?? {});
  if (until && (status === undefined || status === 403 || status === 429)) {
    throw new RateLimitError(until);
  }
  throw new RequestError(status === undefined ? reasonOf(error) : `GitHub answers ${status}`);
}

/**
 * Returns when a rate limit ends; `undefined` when the request failed for another reason.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function limitEnd(message: string, headers: Record<string, string | undefined>): Date | undefined {
  const wait = Number(headers['retry-after'] ?? NaN);
  if (Number.isFinite(wait)) return new Date(Date.now() + wait * 1000);
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
    return new Date(reset * 1000);
  }
  const isSecondary = message.includes('secondary rate limit');
  return isSecondary ? new Date(Date.now() + MAX_PAUSE_SECONDS * 1000) : undefined;
}
