import type { Environment } from '../../domain/environment/environment.ts';
import { isQuestion, readPaste } from '../clean/read-paste.ts';
import { rank, type Candidate } from '../decide/rank.ts';
import { FIELD_FACTORS, QUESTION_FACTORS } from '../index/diagnosis-index.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { readEnvironment } from '../read-environment.ts';
import { matchSignatures } from './match-signatures.ts';
import { salientLines, type SalientLine } from './salient-lines.ts';
import { scoreTerms, type TermEvidence } from './score-terms.ts';

/** Maximum number of articles scored in full. On the collected pastes the right one was always among them. */
export const MAX_CANDIDATES = 16;

/** Minimum coverage at which a question quotes a signature. */
const MIN_QUOTED_COVERAGE = 0.5;

/** Minimum term score of a candidate, as a share of the highest. */
const MIN_SHARE_OF_BEST = 0.25;

/** The evidence of a paste, before the decision. */
export interface CollectedCandidates {
  /** Highest score first. */
  candidates: Candidate[];
  lines: SalientLine[];
  environment: Environment;
  /** True when a person wrote the paste, not a program. */
  isQuestion: boolean;
  truncated: boolean;
}

/** Reads a paste and ranks the articles that it may be about. */
export function collectCandidates(index: OpenIndex, paste: string): CollectedCandidates {
  const { lines: allLines, truncated } = readPaste(paste);
  const environment = readEnvironment(allLines, index.packages);
  const lines = salientLines(allLines, index);
  const isAsked = isQuestion(allLines);
  const words = shortlist(lines, index, isAsked);
  const articles = words.map(({ article }) => article);
  const matches = matchSignatures(articles, lines, allLines, index).filter(
    ({ coverage }) => !isAsked || coverage >= MIN_QUOTED_COVERAGE,
  );
  const names = new Set(lines.flatMap(({ tokens }) => tokens.map(({ term }) => term)));
  const candidates = rank(words, matches, environment, names, index);
  return { candidates, lines, environment, isQuestion: isAsked, truncated };
}

/** Selects the articles with the highest term scores, best first. */
export function shortlist(
  lines: readonly SalientLine[],
  index: OpenIndex,
  isAsked: boolean,
): TermEvidence[] {
  const factors = isAsked ? QUESTION_FACTORS : FIELD_FACTORS;
  const ranked = scoreTerms(lines, index, factors).sort(
    (a, b) => b.score - a.score || a.article - b.article,
  );
  const minScore = MIN_SHARE_OF_BEST * (ranked[0]?.score ?? 0);
  return ranked.slice(0, MAX_CANDIDATES).filter(({ score }) => score >= minScore);
}
