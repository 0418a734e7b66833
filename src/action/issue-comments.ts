import { randomUUID } from 'node:crypto';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { RequestError } from '@octokit/request-error';
import { RetryLimits } from './retry-limits.ts';

const PAGE_SIZE = 100;

/** For all requests of a run together, waiting included. Chosen. */
const TIMEOUT_MS = 150_000;

/** After a temporary failure: the first after 1 s, the second after 4 s. */
const MAX_RETRIES = 2;

/** Status codes that a retry does not change. The throttling plugin retries 429 when the tracker asks for it. */
const PERMANENT = [400, 401, 403, 404, 410, 422, 429, 451];

export interface IssueAccess {
  /** Base address of the API. */
  api: string;
  token: string;
  owner: string;
  repo: string;
  issue: number;
  /** Back-off unit in ms. */
  second: number;
}

/** A comment by the owner of the token. */
export interface OwnComment {
  id: number | bigint;
  body: string;
  url: string;
}

/** The throttling plugin recognizes a rate limit by this phrase, which a proxy in front of the tracker does not send. */
const RATE_LIMIT_PHRASE = 'secondary rate limit';

function addRateLimitPhrase(octokit: Octokit): void {
  octokit.hook.error('request', (error) => {
    if (isRateLimit(error) && !error.message.includes(RATE_LIMIT_PHRASE)) {
      error.message += ` (${RATE_LIMIT_PHRASE})`;
    }
    throw error;
  });
}

function isRateLimit(error: unknown): error is RequestError {
  if (!(error instanceof RequestError) || (error.status !== 403 && error.status !== 429))
    return false;
  return error.response?.headers['retry-after'] !== undefined;
}

const Client = Octokit.plugin(addRateLimitPhrase, retry, throttling);

/** The comments of one issue. Every method throws a `RequestError` when its request fails. */
export class IssueComments {
  readonly #client: Octokit;
  readonly #issue: { owner: string; repo: string; issue_number: number };
  readonly #repository: { owner: string; repo: string };

  constructor({ api, token, owner, repo, issue, second }: IssueAccess) {
    const limits = new RetryLimits();
    const waits = (seconds: number) => limits.grants(seconds);
    const silent = () => undefined;
    this.#repository = { owner, repo };
    this.#issue = { owner, repo, issue_number: issue };
    this.#client = new Client({
      auth: token,
      baseUrl: api,
      userAgent: 'known-faults',
      // Answers of the tracker may quote the issue, which must not be logged.
      log: { debug: silent, info: silent, warn: silent, error: silent },
      request: { signal: AbortSignal.timeout(TIMEOUT_MS) },
      retry: { retries: MAX_RETRIES, doNotRetry: PERMANENT, retryAfterBaseValue: second },
      throttle: {
        // Clients with the same id share a queue that spaces out their requests.
        id: randomUUID(),
        retryAfterBaseValue: second,
        onRateLimit: waits,
        onSecondaryRateLimit: waits,
      },
    });
  }

  /** Returns the first comment that starts with the marker and is by the owner of the token. */
  async findOwn(marker: string): Promise<OwnComment | undefined> {
    let owner: number | bigint | undefined;
    for (let page = 1; ; page++) {
      const { data } = await this.#client.request(
        'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...this.#issue, per_page: PAGE_SIZE, page },
      );
      for (const { id, body = '', html_url: url, user } of data) {
        if (!body.startsWith(marker)) continue;
        owner ??= await this.#tokenOwner();
        if (user?.id === owner) return { id, body, url };
      }
      if (data.length < PAGE_SIZE) return undefined;
    }
  }

  /** Creates a comment and returns its address. */
  async create(body: string): Promise<string> {
    const { data } = await this.#client.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      // A failed request may have created the comment; a retry could create a second one.
      { ...this.#issue, body, request: { retries: 0 } },
    );
    return data.html_url;
  }

  async update(id: OwnComment['id'], body: string): Promise<void> {
    await this.#client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...this.#repository,
      comment_id: id,
      body,
    });
  }

  /**
   * Returns the id of the user that the token belongs to: unlike a login, it never passes to another user. REST refuses
   * this to the token of a workflow, GraphQL does not.
   */
  async #tokenOwner(): Promise<number | bigint> {
    const { viewer } = await this.#client.graphql<{ viewer: { databaseId: number | bigint } }>(
      '{ viewer { databaseId } }',
    );
    return viewer.databaseId;
  }
}
