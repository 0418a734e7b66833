import type { Environment } from '../domain/environment/environment.ts';
import { decide, type Confidence } from './decide/decide.ts';
import type { Candidate } from './decide/rank.ts';
import type { DiagnosisIndex } from './index/diagnosis-index.ts';
import { openIndex, type OpenIndex } from './index/open-index.ts';
import { collectCandidates } from './match/collect-candidates.ts';
import type { SalientLine } from './match/salient-lines.ts';
import type { EnvironmentFact } from './match/score-environment.ts';

/** A fault that the diagnosis holds responsible. */
export interface Finding {
  id: string;
  slug: string;
  confidence: Confidence;
  /** Compares findings of one paste; has no meaning across pastes. */
  score: number;
  /** The cleaned line with the most evidence, and its number in the paste, 1-based. */
  line: { number: number; text: string };
  /** The line of the article that matched; absent when only terms did. */
  signature?: string;
  why: FindingReason;
}

/** Why the fault was found, for the page to put into the reader's language. */
export interface FindingReason {
  kind: 'signature' | 'partial' | 'words';
  /** Share of the signature found (of the line, for `words`), between 0 and 1. */
  share: number;
  agrees: EnvironmentFact[];
  contradicts: EnvironmentFact[];
}

export interface Diagnosis {
  /** Best first; empty for an unknown error. */
  findings: Finding[];
  environment: Environment;
  /** True when the paste was longer than `MAX_PASTE_LENGTH` and only its beginning was read. */
  truncated: boolean;
}

const DEFAULT_LIMIT = 5;

/** Coverage from which a signature counts as found, not as found in part. */
const FULL_COVERAGE = 0.85;

/** Minimum score of a finding, as a share of the first one's. */
const MIN_SHARE_OF_FIRST = 0.35;

/**
 * Finds the known faults behind the output of a program.
 *
 * @param index from `buildIndex`
 * @param paste any text: one line, a log of megabytes, or a question in words
 * @param options.limit maximum number of findings
 * @throws {Error} if the index has another version than `INDEX_VERSION`
 */
export function diagnose(
  index: DiagnosisIndex,
  paste: string,
  { limit = DEFAULT_LIMIT }: { limit?: number } = {},
): Diagnosis {
  const opened = openIndex(index);
  const { candidates, lines, environment, isQuestion, truncated } = collectCandidates(
    opened,
    paste,
  );
  const minScore = MIN_SHARE_OF_FIRST * (candidates[0]?.score ?? 0);
  const findings: Finding[] = [];
  for (const [rank, candidate] of candidates.entries()) {
    if (findings.length >= limit || candidate.score < minScore) break;
    const decided = decide(candidate, candidates[rank + 1], isQuestion);
    // Only the first can be certain.
    const confidence = rank > 0 && decided === 'high' ? 'medium' : decided;
    const finding = confidence && toFinding(candidate, confidence, lines, opened);
    if (!finding) break;
    findings.push(finding);
  }
  return { findings, environment, truncated };
}

function toFinding(
  { article, score, match, words, environment }: Candidate,
  confidence: Confidence,
  lines: readonly SalientLine[],
  index: OpenIndex,
): Finding | undefined {
  const facts = index.articles[article];
  const line = match?.line ?? lines[words.bestLine];
  if (!facts || !line) return undefined;
  const { agrees, contradicts } = environment;
  const signatureKind = match && (match.coverage >= FULL_COVERAGE ? 'signature' : 'partial');
  return {
    id: facts.id,
    slug: facts.slug,
    confidence,
    score,
    line: { number: line.number, text: line.text },
    ...(match && { signature: match.pattern.text }),
    why: {
      kind: signatureKind ?? 'words',
      share: match?.coverage ?? words.share,
      agrees,
      contradicts,
    },
  };
}
