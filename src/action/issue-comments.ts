import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { RequestError } from '@octokit/request-error';
import { RetryLimits } from './limits.ts';

const PAGE = 100;

/** After this the tracker is given up, whatever it has been doing. */
const DEADLINE_MS = 150_000;

/** Of a request that failed for no reason that would stay: after 1 s and after 4 s. */
const RETRIES = 2;

/** What trying again does not change; 429 is asked again when the tracker says so. */
const LASTING = [400, 401, 403, 404, 410, 422, 429, 451];

/** Which comments, and who asks. */
export interface Access {
  /** Base address of the API. */
  api: string;
  token: string;
  owner: string;
  repo: string;
  issue: number;
}

/** A comment that the owner of the token wrote. */
export interface OwnComment {
  id: number | bigint;
  body: string;
  /** Where it can be read. */
  url: string;
}

/** By these words an answer with `retry-after` is taken for a rate limit; a proxy before the tracker does not know them. */
const WORDS = 'secondary rate limit';

function withWords(octokit: Octokit): void {
  octokit.hook.error('request', (error) => {
    if (isRateLimit(error) && !error.message.includes(WORDS)) error.message += ` (${WORDS})`;
    throw error;
  });
}

function isRateLimit(error: unknown): error is RequestError {
  if (!(error instanceof RequestError) || (error.status !== 403 && error.status !== 429))
    return false;
  return error.response?.headers['retry-after'] !== undefined;
}

const Client = Octokit.plugin(withWords, retry, throttling);

/** The comments of one issue. Every method throws a `RequestError` when the tracker does not do it. */
export class IssueComments {
  readonly #client: Octokit;
  readonly #issue: { owner: string; repo: string; issue_number: number };
  readonly #repository: { owner: string; repo: string };

  constructor({ api, token, owner, repo, issue }: Access, patience = new RetryLimits()) {
    const waits = (seconds: number) => patience.grants(seconds);
    const silent = () => undefined;
    this.#repository = { owner, repo };
    this.#issue = { owner, repo, issue_number: issue };
    this.#client = new Client({
      auth: token,
      baseUrl: api,
      userAgent: 'known-faults',
      // What a tracker answers is not for the log.
      log: { debug: silent, info: silent, warn: silent, error: silent },
      request: { signal: AbortSignal.timeout(DEADLINE_MS) },
      retry: { retries: RETRIES, doNotRetry: LASTING },
      throttle: { onRateLimit: waits, onSecondaryRateLimit: waits },
    });
  }

  /** The first comment that begins with the marker and was written by the owner of the token. */
  async own(marker: string): Promise<OwnComment | undefined> {
    let owner: number | bigint | undefined;
    for (let page = 1; ; page++) {
      const { data } = await this.#client.request(
        'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...this.#issue, per_page: PAGE, page },
      );
      for (const { id, body = '', html_url: url, user } of data) {
        if (!body.startsWith(marker)) continue;
        owner ??= await this.#tokenOwner();
        if (user?.id === owner) return { id, body, url };
      }
      if (data.length < PAGE) return undefined;
    }
  }

  /** Writes a comment and returns where it can be read. */
  async create(body: string): Promise<string> {
    const { data } = await this.#client.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      // One that fails may have been written all the same; a second one would be a second comment.
      { ...this.#issue, body, request: { retries: 0 } },
    );
    return data.html_url;
  }

  /** Writes another text into a comment. */
  async update(id: OwnComment['id'], body: string): Promise<void> {
    await this.#client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...this.#repository,
      comment_id: id,
      body,
    });
  }

  /** The numeric id of the token's user. Only GraphQL says it to the token of a workflow; names can be taken over. */
  async #tokenOwner(): Promise<number | bigint> {
    const { viewer } = await this.#client.graphql<{ viewer: { databaseId: number | bigint } }>(
      '{ viewer { databaseId } }',
    );
    return viewer.databaseId;
  }
}
