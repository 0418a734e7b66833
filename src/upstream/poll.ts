import type { CheckedAddress } from '../domain/upstream/upstream-record.ts';
import { RateLimitError, UnreachableError, type GitHubClient } from './github.ts';
import { RequestError, type Failure } from './http.ts';

/** How many addresses were polled, and why the others were not. */
export interface PollResult {
  asked: number;
  /** Addresses without a usable answer; their entries in the record are unchanged. */
  failed: Failure[];
  /** Number of addresses not polled: the rate limit was reached, GitHub is unreachable, or the run was stopped. */
  left: number;
  /** End of the rate limit; `undefined` when it was not reached. */
  again: Date | undefined;
}

/** Requests in a row without a connection after which the rest is left for another run. */
const MAX_FAILURES = 3;

/**
 * Requests the state of one address after the other, as GitHub's API guidelines ask, and enters each answer in
 * `addresses` at once.
 *
 * @param urls in the order of the requests
 * @param addresses receives the answers, with `today` as the day of the check
 * @param onStep called after each address
 * @throws {TokenRejectedError}
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export async function poll(
  urls: readonly string[],
  addresses: Map<string, CheckedAddress>,
  today: string,
  { client, onStep, signal }: { client: GitHubClient; onStep: () => void; signal: AbortSignal },
): Promise<PollResult> {
  const result: PollResult = { asked: 0, failed: [], left: urls.length, again: undefined };
  let unreachable = 0;
  for (const url of urls) {
    if (signal.aborted || unreachable >= MAX_FAILURES) break;
    try {
      addresses.set(url, { ...(await client(url)), checked: today });
      result.asked += 1;
      unreachable = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof RateLimitError) {
        result.again = error.until;
        break;
      }
      if (!(error instanceof RequestError)) throw error;
      unreachable = error instanceof UnreachableError ? unreachable + 1 : 0;
      result.failed.push({ what: url, why: error.message });
    }
    result.left -= 1;
    onStep();
  }
  return result;
}

/** Shorter than the week between two runs, long enough to resume an interrupted one. */
const FRESH_DAYS = 3;

const DAY_MS = 86_400_000;

/**
 * Returns the addresses to poll now: first those never checked, then the least recently checked.
 *
 * @param all includes addresses checked within the last three days
 */
export function dueAddresses(
  urls: Iterable<string>,
  addresses: ReadonlyMap<string, CheckedAddress>,
  today: string,
  all: boolean,
): string[] {
  const age = (url: string) => {
    const checked = addresses.get(url)?.checked;
    return checked === undefined ? Infinity : (Date.parse(today) - Date.parse(checked)) / DAY_MS;
  };
  return [...urls]
    .filter((url) => all || age(url) >= FRESH_DAYS)
    .sort((a, b) => (age(a) === age(b) ? (a < b ? -1 : 1) : age(b) > age(a) ? 1 : -1));
}
