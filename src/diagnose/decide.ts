import type { Candidate } from './rank.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** Evidence of a signature from which it is worth an answer, and is a strong one. */
const ANSWERED = 0.95;
const PLAUSIBLE = 1.3;
const CERTAIN = 1.9;

/** Share of a signature that must be there for certainty; all of it, but for a word or two that releases changed. */
const WHOLE = 0.8;

/** Score over that of the next candidate, for certainty. */
const CLEAR_LEAD = 1.5;

/**
 * Words alone: what they weigh, times the share of the line that they are. A long question that has a few words in common with
 * an article is no better than chance, a short one needs nearly all of its words. Naming the project helps.
 */
const WORDS_ANSWERED = 1;
const NAMED_PROJECT = 1.25;

/**
 * How sure the engine is of a candidate, or `undefined` when it had better say nothing.
 *
 * @param next the candidate that comes after it, if any
 */
export function decide(candidate: Candidate, next: Candidate | undefined): Confidence | undefined {
  const lead = next && next.score > 0 ? candidate.score / next.score : Infinity;
  const { match, words, environment } = candidate;
  const evidence = (match?.evidence ?? 0) * Math.min(environment.factor, 1);
  const isWhole = match !== undefined && match.coverage >= WHOLE && !match.alignment.isReplaced;
  if (evidence >= CERTAIN && isWhole && lead >= CLEAR_LEAD) return 'high';
  if (evidence >= PLAUSIBLE) return 'medium';
  if (evidence >= ANSWERED) return 'low';
  const named = environment.agrees.includes('project') ? NAMED_PROJECT : 1;
  return words.most * words.share * named >= WORDS_ANSWERED ? 'low' : undefined;
}
