import { Octokit } from '@octokit/core';
import { GraphqlResponseError } from '@octokit/graphql';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { z } from 'zod';
import { trackerItem, type TrackerItem } from '../domain/upstream/tracker-address.ts';
import type { CachedAnswer, EarlierAnswers, Found } from './answer-cache.ts';
import { RequestError, dayOf, oneLine, reasonOf } from './http.ts';

/** How GitHub is asked. */
export interface GitHubOptions {
  /** Of the API, without the slash at its end: `https://api.github.com`. */
  baseUrl: string;
  /** Without one GitHub answers 60 requests an hour, and none about discussions. */
  token: string | undefined;
  userAgent: string;
  /** Answers of earlier runs; new ones are added. */
  earlier: EarlierAnswers;
  /** Called before a pause that GitHub asks for, in seconds. */
  onPause: (seconds: number) => void;
  signal: AbortSignal;
  /** Milliseconds that a second of waiting takes; 1000 unless a test is in a hurry. */
  second?: number;
}

/** GitHub answers no more for now. */
export class RateLimitError extends Error {
  readonly until: Date;

  constructor(until: Date) {
    super(`GitHub answers again at ${until.toISOString()}`);
    this.until = until;
  }
}

/** GitHub does not take the token. */
export class TokenRejectedError extends Error {}

/** The connection is the trouble, not what was asked. */
export class UnreachableError extends RequestError {}

/** A longer pause is left to another run. */
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

/** A function that asks GitHub for one address after the other. */
export type GitHubClient = (url: string) => Promise<CachedAnswer>;

/**
 * Makes ready to ask GitHub for the state of issues, pull requests and discussions. One request an address: the API
 * has pull requests among the issues, with the day of the merge. Repositories and issues that moved are followed.
 * Failures of the network and of the server are tried three times more, after 1, 4 and 9 seconds.
 *
 * The function that comes back throws `LimitReached`, `TokenRefused`, `Unreachable`, or an `AskError` for an answer
 * that cannot be used.
 */
export function gitHub(options: GitHubOptions): GitHubClient {
  const { earlier, token } = options;
  const octokit = connect(options);
  return async (url) => {
    const item = trackerItem(url);
    if (!item) throw new RequestError('no issue, pull request or discussion on GitHub');
    if (item.type === 'discussions') {
      if (token === undefined) throw new RequestError('discussions need a GITHUB_TOKEN');
      return askDiscussion(octokit, item);
    }
    return askIssue(octokit, url, item, earlier);
  };
}

function connect({ baseUrl, token, userAgent, onPause, signal, second = 1000 }: GitHubOptions) {
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
        const patient = seconds <= MAX_PAUSE_SECONDS && retries < 2;
        if (patient) onPause(seconds);
        return patient;
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

/** Without an object of its own a request shares the count of tries, and so the pauses, of those before it. */
const ownRequest = () => ({});

type Client = ReturnType<typeof connect>;

async function askIssue(
  octokit: Client,
  url: string,
  { owner, repo, number }: TrackerItem,
  earlier: EarlierAnswers,
): Promise<CachedAnswer> {
  const known = earlier.get(url);
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
    if (!issue.success) throw new RequestError('the answer is no issue or pull request');
    const { html_url, state, closed_at, pull_request } = issue.data;
    const merged = pull_request?.merged_at;
    const answer = found(url, html_url, merged ? 'merged' : state, merged ?? closed_at);
    if (headers.etag) earlier.set(url, { ...answer, etag: headers.etag });
    return answer;
  } catch (error) {
    if (known && statusOf(error) === 304) {
      const { etag: _, ...answer } = known;
      return answer;
    }
    return goneOr(error);
  }
}

/** Discussions stand in GitHub's GraphQL interface only. */
async function askDiscussion(
  octokit: Client,
  { owner, repo, number }: TrackerItem,
): Promise<CachedAnswer> {
  const url = `https://github.com/${owner}/${repo}/discussions/${number}`;
  try {
    const data = await octokit.graphql(DISCUSSION, {
      owner,
      repo,
      number: Number(number),
      request: ownRequest(),
    });
    const parsed = discussionSchema.safeParse(data);
    if (!parsed.success) throw new RequestError('the answer is no discussion');
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
  asked: string,
  stands: string,
  state: Found['state'],
  closedAt: string | null | undefined,
): Found {
  const closed = state === 'open' ? undefined : dayOf(closedAt);
  return {
    state,
    ...(closed === undefined ? {} : { closed }),
    ...(isElsewhere(asked, stands) ? { moved: stands } : {}),
  };
}

/** True when an address of GitHub's is another thing than the one asked for; case and the kind of thing do not count. */
function isElsewhere(asked: string, stands: string): boolean {
  const [from, to] = [asked, stands].map((url) => {
    const item = trackerItem(url);
    return item && `${item.owner}/${item.repo}/${item.number}`.toLowerCase();
  });
  return to !== undefined && from !== to;
}

/** What Octokit throws, as far as it is read here; without `response` nothing came back. */
interface RequestFailure {
  message: string;
  status?: number;
  response?: { headers?: Record<string, string | undefined> };
}

const statusOf = (error: unknown) => (error as RequestFailure).status;

/** What a failed request says: that there is nothing, or an error of this module. */
function goneOr(error: unknown): CachedAnswer {
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
 * When a refused request may be made again; `undefined` when it was not refused for the number of requests.
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
