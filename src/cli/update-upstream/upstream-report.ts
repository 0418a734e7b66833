import { formatChange, type UpstreamChange } from '../../domain/upstream/upstream-changes.ts';
import { packagePath } from '../../domain/versions/package-name.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { PollResult } from '../../upstream/poll.ts';
import { failureLine, packageTroubles, type AskedPackages } from '../shared/ask-packages.ts';

/** An article that is overtaken. */
export interface Overtaken {
  id: string;
  slug: string;
  status: Status;
  moves: UpstreamChange[];
}

/** What came of asking upstream. */
export interface UpstreamOutcome {
  today: string;
  /** Number of articles that were looked after. */
  articles: number;
  /** Addresses that they cite, and how many of these were to be asked. */
  cited: number;
  due: number;
  look: PollResult;
  asked: AskedPackages;
  moved: Overtaken[];
}

/** True when nothing that was to be asked is without an answer. */
export function isComplete({ look, asked }: UpstreamOutcome): boolean {
  const without = [look.failed, asked.failed, asked.missing];
  return look.left === 0 && without.every(({ length }) => length === 0);
}

/** The outcome for people. */
export function outcomeText({ articles, cited, due, look, asked, moved }: UpstreamOutcome): string {
  const { again, left } = look;
  return [
    `Addresses: ${cited} cited, ${cited - due} fresh, ${look.asked} asked, ${left} left.`,
    ...(again ? [`GitHub answers again at ${clock(again)}.`] : []),
    ...(left > 0 ? ['The same command goes on where this one stopped.'] : []),
    ...look.failed.map(failureLine),
    `Packages: ${asked.releases.size} asked.`,
    ...packageTroubles(asked),
    moved.length === 0
      ? 'Nothing has moved on.'
      : `Moved on: ${moved.length} of ${articles} articles.`,
    ...moved.flatMap(({ id, slug, status, moves }) => [
      `${id} ${slug} (${status})`,
      ...moves.map((move) => `  ${formatChange(move)}`),
    ]),
  ].join('\n');
}

/** `2026-11-21 17:52 UTC` */
function clock(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The outcome for programs; fields are added, never renamed or removed. */
export function outcomeJson({ today, articles, cited, due, look, asked, moved }: UpstreamOutcome) {
  return {
    day: today,
    articles,
    addresses: {
      cited,
      fresh: cited - due,
      asked: look.asked,
      left: look.left,
      again: look.again?.toISOString() ?? null,
    },
    packages: { asked: asked.releases.size, missing: asked.missing.map(packagePath) },
    failed: [...look.failed, ...asked.failed],
    moved: moved.map(({ moves, ...article }) => ({
      ...article,
      moves: moves.map((move) => ({ ...move, text: formatChange(move) })),
    })),
  };
}
