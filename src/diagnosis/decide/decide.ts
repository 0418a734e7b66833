import type { Candidate } from './rank.ts';

export type Confidence = 'high' | 'medium' | 'low';

/**
 * What speaks for an answer and what against it: coefficients of a logistic regression that tells right first
 * candidates from the candidates of unrelated errors. Below 0 an answer does more harm than good.
 */
const FIT = {
  /** Evidence of the best line, times the share of the signature that is there. */
  evidence: 0.86,
  coverage: 2.82,
  /** Many words of a signature in their order are a sentence of its own, however common each: by the logarithm of their number. */
  sentence: 0.94,
  /** Weight of the words of the best line, times the share of that line which the article has. */
  line: 0.89,
  words: 0.98,
  namesProject: 2.47,
  /** A person's words were chosen to tell this fault, those of a log were not. */
  isQuestion: 2.64,
  constant: -4.9,
};

/** More of these says no more. */
const MOST = { evidence: 3, words: 6, tokens: 20 };

/** Share of a signature below which its words are no sentence. */
const SENTENCE = 0.6;

/** Evidence of a signature that is a strong one, and one that is beyond doubt. */
const PLAUSIBLE = 1.3;
const CERTAIN = 1.9;

/** Share of a signature that must be there for certainty; all of it, but for a word or two that releases changed. */
const WHOLE = 0.8;

/** Score over that of the next candidate, for certainty. */
const CLEAR_LEAD = 1.5;

/**
 * How sure the engine is of a candidate, or `undefined` when it had better say nothing.
 *
 * @param next the candidate that comes after it, if any
 * @param isQuestion true when the paste is a person's words
 */
export function decide(
  candidate: Candidate,
  next: Candidate | undefined,
  isQuestion: boolean,
): Confidence | undefined {
  const lead = next && next.score > 0 ? candidate.score / next.score : Infinity;
  const { match, words, environment } = candidate;
  const evidence = (match?.evidence ?? 0) * Math.min(environment.factor, 1);
  const coverage = match?.coverage ?? 0;
  const tokens = match?.pattern.tokens.filter(({ kind }) => kind !== 'gap').length ?? 0;
  const sentence = coverage > SENTENCE ? coverage * Math.log(1 + Math.min(tokens, MOST.tokens)) : 0;
  const answer =
    FIT.constant +
    FIT.evidence * Math.min(evidence, MOST.evidence) * coverage +
    FIT.coverage * coverage +
    FIT.sentence * sentence +
    FIT.line * words.most * words.share +
    FIT.words * Math.min(words.score, MOST.words) +
    FIT.namesProject * Number(environment.agrees.includes('project')) +
    FIT.isQuestion * Number(isQuestion);
  if (answer < 0) return undefined;
  const isWhole = coverage >= WHOLE && match?.alignment.isReplaced === false;
  if (evidence >= CERTAIN && isWhole && lead >= CLEAR_LEAD) return 'high';
  return evidence >= PLAUSIBLE ? 'medium' : 'low';
}
