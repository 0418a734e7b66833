import type { PartResult } from '../../reproduce/run-reproduction.ts';

/** How an article went, in the order of the summary. */
export const articleStatuses = [
  'as-claimed',
  'mechanism-only',
  'differs',
  'blocked',
  'cannot-run',
  'interrupted',
  'nothing-to-run',
  'skipped',
  'no-reproduction',
] as const;

export type ArticleStatus = (typeof articleStatuses)[number];

/** The results of an article. */
export interface ArticleResult {
  id: string;
  slug: string;
  status: ArticleStatus;
  /** Why it cannot be run with commands. */
  skip?: string;
  results: PartResult[];
}

/**
 * Returns the worst status of the parts that ran; one part as claimed is enough if the others cannot run here. It is
 * `mechanism-only` if no part that ran shows the fault itself.
 */
export function articleStatus({
  skip,
  results,
}: Pick<ArticleResult, 'skip' | 'results'>): ArticleStatus {
  if (skip !== undefined) return 'skipped';
  const order = ['differs', 'blocked', 'as-claimed', 'cannot-run'] as const;
  const worst = order.find((status) => results.some((result) => result.status === status));
  if (worst !== 'as-claimed') return worst ?? 'nothing-to-run';
  const ran = results.filter(({ status }) => status === worst);
  return ran.some(({ shows }) => shows === 'fault') ? worst : 'mechanism-only';
}

/** Results of a run over several articles. */
export interface Summary {
  /** Number of articles by status. */
  counts: Record<ArticleStatus, number>;
  /** Total time of all parts, in seconds. */
  seconds: number;
  /** Ids of the articles that cannot run on this machine, by reason; those with most articles first. */
  cannotRun: { reason: string; ids: string[] }[];
  /** True if the run was stopped before the last article. */
  isInterrupted: boolean;
}

/** Summarizes a run. */
export function summarize(articles: readonly ArticleResult[], isInterrupted: boolean): Summary {
  const count = (wanted: ArticleStatus) =>
    articles.filter(({ status }) => status === wanted).length;
  const counts = Object.fromEntries(articleStatuses.map((status) => [status, count(status)]));
  const reasons = new Map<string, string[]>();
  for (const { id, status, results } of articles) {
    if (status !== 'cannot-run') continue;
    const reason = results.map(reasonOf).find((text) => text !== '') ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  }
  return {
    counts: counts as Summary['counts'],
    seconds: Math.round(articles.flatMap(({ results }) => results).reduce(addSeconds, 0)),
    cannotRun: [...reasons]
      .map(([reason, ids]) => ({ reason, ids }))
      .sort((a, b) => b.ids.length - a.ids.length || (a.reason < b.reason ? -1 : 1)),
    isInterrupted,
  };
}

const reasonOf = ({ reason = '' }: PartResult) => reason;

const addSeconds = (total: number, { seconds }: PartResult) => total + seconds;
