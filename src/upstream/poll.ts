import type { CheckedAddress } from '../domain/upstream/upstream-record.ts';
import type { CachedAnswer } from './answer-cache.ts';
import { RequestError } from './http.ts';
import { RateLimitError, UnreachableError, type GitHubClient } from './github.ts';

/** How far a look at many addresses came. */
export interface PollResult {
  asked: number;
  /** Addresses without a usable answer; what was known of them stays. */
  failed: { what: string; why: string }[];
  /** Addresses that were not asked: GitHub's limit, no connection, or somebody who stopped it. */
  left: number;
  /** When GitHub answers again; `undefined` when its limit was not the reason. */
  again: Date | undefined;
}

/** After so many requests in a row without a connection the others are left for another run. */
const PATIENCE = 3;

/**
 * Asks for one address after the other, as GitHub wants it, and writes each answer into the record at once.
 *
 * @param urls in the order in which they are asked
 * @param onStep called after each
 * @throws TokenRefused
 */
export async function poll(
  urls: readonly string[],
  addresses: Map<string, CheckedAddress>,
  today: string,
  { ask, onStep, signal }: { ask: GitHubClient; onStep: () => void; signal: AbortSignal },
): Promise<PollResult> {
  const look: PollResult = { asked: 0, failed: [], left: urls.length, again: undefined };
  let unreachable = 0;
  for (const url of urls) {
    if (signal.aborted || unreachable >= PATIENCE) break;
    try {
      addresses.set(url, checkedOn(today, await ask(url)));
      look.asked += 1;
      unreachable = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof RateLimitError) {
        look.again = error.until;
        break;
      }
      if (!(error instanceof RequestError)) throw error;
      unreachable = error instanceof UnreachableError ? unreachable + 1 : 0;
      look.failed.push({ what: url, why: error.message });
    }
    look.left -= 1;
    onStep();
  }
  return look;
}

function checkedOn(checked: string, answer: CachedAnswer): CheckedAddress {
  return { ...answer, checked };
}

/** Days for which a look counts as fresh: an interrupted round goes on, a round of the next week begins anew. */
const FRESH_DAYS = 3;

/**
 * The addresses to be asked now: those nobody has looked at first, then those looked at longest ago.
 *
 * @param all asks for those with a fresh answer too
 */
export function dueAddresses(
  urls: Iterable<string>,
  addresses: ReadonlyMap<string, CheckedAddress>,
  today: string,
  all: boolean,
): string[] {
  const age = (url: string) => {
    const checked = addresses.get(url)?.checked;
    return checked === undefined
      ? Infinity
      : (Date.parse(today) - Date.parse(checked)) / 86_400_000;
  };
  return [...urls]
    .filter((url) => all || age(url) >= FRESH_DAYS)
    .sort((a, b) => (age(a) === age(b) ? (a < b ? -1 : 1) : age(b) > age(a) ? 1 : -1));
}
