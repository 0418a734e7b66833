import { formatChange, type UpstreamChange } from '../../domain/upstream/upstream-changes.ts';
import { packagePath } from '../../domain/versions/package-name.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { PollResult } from '../../upstream/poll.ts';
import { formatFailure, formatFailures, type FetchedReleases } from '../shared/fetch-releases.ts';

/** An article that upstream has changed since. */
export interface StaleArticle {
  id: string;
  slug: string;
  status: Status;
  changes: UpstreamChange[];
}

/** Result of `npm run update:upstream`. */
export interface Outcome {
  today: string;
  /** Number of articles in the run. */
  articles: number;
  /** Number of addresses that these articles cite. */
  cited: number;
  /** Number of cited addresses without a fresh answer. */
  due: number;
  polled: PollResult;
  fetched: FetchedReleases;
  stale: StaleArticle[];
}

/** Returns whether every due address and every package got an answer. */
export function isComplete({ polled, fetched }: Outcome): boolean {
  const unanswered = [polled.failed, fetched.failed, fetched.missing];
  return polled.left === 0 && unanswered.every(({ length }) => length === 0);
}

export function formatText({ articles, cited, due, polled, fetched, stale }: Outcome): string {
  const { again, left } = polled;
  return [
    `Addresses: ${cited} cited, ${cited - due} fresh, ${polled.asked} checked, ${left} left.`,
    ...(again ? [`The rate limit of GitHub ends at ${formatTime(again)}.`] : []),
    ...(left > 0 ? ['Run the same command again to continue.'] : []),
    ...polled.failed.map(formatFailure),
    `Packages: ${fetched.releases.size} checked.`,
    ...formatFailures(fetched),
    stale.length === 0
      ? 'No article is out of date.'
      : `Out of date: ${stale.length} of ${articles} articles.`,
    ...stale.flatMap(({ id, slug, status, changes }) => [
      `${id} ${slug} (${status})`,
      ...changes.map((change) => `  ${formatChange(change)}`),
    ]),
  ].join('\n');
}

/** `2026-11-21 17:52 UTC` */
function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The fields are a contract: they are added to, never renamed or removed. */
export function formatJson({
  today,
  articles,
  cited,
  due,
  polled,
  fetched,
  stale,
}: Outcome): string {
  const answer = {
    day: today,
    articles,
    addresses: {
      cited,
      fresh: cited - due,
      asked: polled.asked,
      left: polled.left,
      again: polled.again?.toISOString() ?? null,
    },
    packages: { asked: fetched.releases.size, missing: fetched.missing.map(packagePath) },
    failed: [...polled.failed, ...fetched.failed],
    moved: stale.map(({ changes, ...article }) => ({
      ...article,
      moves: changes.map((change) => ({ ...change, text: formatChange(change) })),
    })),
  };
  return JSON.stringify(answer, null, 2);
}
