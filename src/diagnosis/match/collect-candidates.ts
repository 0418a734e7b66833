import { FIELD_FACTORS, QUESTION_FACTORS } from '../index/diagnosis-index.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { rank, type Candidate } from '../decide/rank.ts';
import { readEnvironment } from '../read-environment.ts';
import { isQuestion, readPaste } from '../clean/read-paste.ts';
import { matchSignatures } from './match-signatures.ts';
import { salientLines, type SalientLine } from './salient-lines.ts';
import { scoreTerms, type TermEvidence } from './score-terms.ts';

/** So many articles are looked at closely; the right one was never further down on real pastes. */
export const SHORTLIST = 16;

/** Share of a signature from which a person's words are a quotation. */
const QUOTED = 0.5;

/** An article of whose words so little is there, beside the one with most, is not looked at. */
const MIN_OF_BEST = 0.25;

/** Everything that a paste says, before it is decided what to answer. */
export interface CollectedCandidates {
  /** Best first. */
  candidates: Candidate[];
  lines: SalientLine[];
  environment: Environment;
  /** The paste is a person's words. */
  isQuestion: boolean;
  truncated: boolean;
}

/** Reads a paste and ranks every article that it may speak of. */
export function collectCandidates(knowledge: OpenIndex, paste: string): CollectedCandidates {
  const { lines: all, truncated } = readPaste(paste);
  const environment = readEnvironment(all, knowledge.packages);
  const lines = salientLines(all, knowledge);
  const question = isQuestion(all);
  const words = shortlist(lines, knowledge, question);
  const articles = words.map(({ article }) => article);
  const matches = matchSignatures(articles, lines, all, knowledge).filter(
    // A person does not quote less than half a message.
    ({ coverage }) => !question || coverage >= QUOTED,
  );
  const names = new Set(lines.flatMap(({ tokens }) => tokens.map(({ term }) => term)));
  const candidates = rank(words, matches, environment, names, knowledge);
  return {
    candidates,
    lines,
    environment,
    isQuestion: question,
    truncated,
  };
}

/** The articles whose words speak most in the telling lines of a paste, best first. */
export function shortlist(
  lines: readonly SalientLine[],
  knowledge: OpenIndex,
  question: boolean,
): TermEvidence[] {
  const factors = question ? QUESTION_FACTORS : FIELD_FACTORS;
  const ranked = scoreTerms(lines, knowledge, factors).sort(
    (a, b) => b.score - a.score || a.article - b.article,
  );
  const least = MIN_OF_BEST * (ranked[0]?.score ?? 0);
  return ranked.slice(0, SHORTLIST).filter(({ score }) => score >= least);
}
