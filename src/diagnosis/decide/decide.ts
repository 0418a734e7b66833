import type { LineMatch } from '../match/match-signatures.ts';
import type { Candidate } from './rank.ts';

export type Confidence = 'high' | 'medium' | 'low';

/**
 * Coefficients of a logistic regression that separates right first candidates from the candidates of unrelated errors.
 * Below 0 an answer does more harm than good.
 */
const COEFFICIENTS = {
  /** Evidence of the best line times the coverage of its signature. */
  evidence: 0.86,
  coverage: 2.82,
  /** Logarithm of the number of tokens: many words in the right order are distinctive, however common each is. */
  length: 0.94,
  /** Term weight of the best line times the share of that line that the article has. */
  line: 0.89,
  terms: 0.98,
  namesProject: 2.47,
  /** People choose their words to describe the fault; a log does not. */
  isQuestion: 2.64,
  constant: -4.9,
};

/** Features are clamped at these values. */
const MAX_EVIDENCE = 3;
const MAX_TERM_SCORE = 6;
const MAX_TOKENS = 20;

/** Coverage of a signature from which its length counts. */
const MIN_COVERAGE_FOR_LENGTH = 0.6;

/** Evidence from which an answer has medium, and from which it may have high confidence. */
const MEDIUM_EVIDENCE = 1.3;
const HIGH_EVIDENCE = 1.9;

/** Coverage that high confidence takes: all of a signature but for a word or two that releases changed. */
const HIGH_COVERAGE = 0.8;

/** Ratio to the score of the next candidate that high confidence takes. */
const HIGH_LEAD = 1.5;

/**
 * Decides how sure the diagnosis is of a candidate.
 *
 * @param next the candidate ranked after it, if any
 * @param isQuestion true when a person wrote the paste, see `isQuestion()`
 * @returns `undefined` when the evidence is too weak for an answer
 */
export function decide(
  candidate: Candidate,
  next: Candidate | undefined,
  isQuestion: boolean,
): Confidence | undefined {
  const { match, environment, score } = candidate;
  const evidence = (match?.evidence ?? 0) * Math.min(environment.factor, 1);
  if (logit(candidate, evidence, isQuestion) < 0) return undefined;
  const lead = next && next.score > 0 ? score / next.score : Infinity;
  if (match && isComplete(match) && evidence >= HIGH_EVIDENCE && lead >= HIGH_LEAD) return 'high';
  return evidence >= MEDIUM_EVIDENCE ? 'medium' : 'low';
}

function isComplete({ coverage, alignment }: LineMatch): boolean {
  return coverage >= HIGH_COVERAGE && !alignment.isReplaced;
}

function logit(
  { match, words, environment }: Candidate,
  evidence: number,
  isQuestion: boolean,
): number {
  const coverage = match?.coverage ?? 0;
  return (
    COEFFICIENTS.constant +
    COEFFICIENTS.evidence * Math.min(evidence, MAX_EVIDENCE) * coverage +
    COEFFICIENTS.coverage * coverage +
    COEFFICIENTS.length * (match ? lengthFeature(match) : 0) +
    COEFFICIENTS.line * words.bestLineScore * words.share +
    COEFFICIENTS.terms * Math.min(words.score, MAX_TERM_SCORE) +
    COEFFICIENTS.namesProject * Number(environment.agrees.includes('project')) +
    COEFFICIENTS.isQuestion * Number(isQuestion)
  );
}

function lengthFeature({ coverage, pattern }: LineMatch): number {
  if (coverage <= MIN_COVERAGE_FOR_LENGTH) return 0;
  const tokens = pattern.tokens.filter(({ kind }) => kind !== 'gap').length;
  return coverage * Math.log(1 + Math.min(tokens, MAX_TOKENS));
}
