import { decide, type Confidence } from './decide/decide.ts';
import type { DiagnosisIndex } from './index/diagnosis-index.ts';
import type { Environment } from '../domain/environment/environment.ts';
import type { EnvironmentFact } from './match/score-environment.ts';
import { collectCandidates } from './match/collect-candidates.ts';
import { openIndex } from './index/open-index.ts';

/** One fault that the diagnosis holds for the cause of a paste. */
export interface Finding {
  id: string;
  slug: string;
  confidence: Confidence;
  /** For comparing findings of one paste; no meaning of its own. */
  score: number;
  /** The line that speaks most for it, cleaned, under its number in the paste. */
  line: { number: number; text: string };
  /** The line of the article that it matched; absent where only words did. */
  signature?: string;
  why: FindingReason;
}

/** Why a finding was found, for the page to put in the reader's language. */
export interface FindingReason {
  kind: 'signature' | 'partial' | 'words';
  /** Share of the signature found (of the line, for words), between 0 and 1. */
  share: number;
  agrees: EnvironmentFact[];
  contradicts: EnvironmentFact[];
}

export interface Diagnosis {
  /** Best first; empty when nothing is known. */
  findings: Finding[];
  environment: Environment;
  /** True when the paste was longer than what is read. */
  truncated: boolean;
}

const DEFAULT_LIMIT = 5;

/** Share of a signature from which it counts as found whole. */
const WHOLE = 0.85;

/** A finding that scores less than this part of the first is none. */
const MIN_OF_FIRST = 0.35;

/**
 * Names the known faults that a paste speaks of.
 *
 * @param index made by `buildIndex`
 * @param paste anything: one line, a log of megabytes, words
 */
export function diagnose(
  index: DiagnosisIndex,
  paste: string,
  { limit = DEFAULT_LIMIT }: { limit?: number } = {},
): Diagnosis {
  const knowledge = openIndex(index);
  const considered = collectCandidates(knowledge, paste);
  const { candidates, lines, environment, truncated } = considered;
  const first = candidates[0]?.score ?? 0;
  const findings: Finding[] = [];
  for (const [at, candidate] of candidates.entries()) {
    if (findings.length >= limit || candidate.score < MIN_OF_FIRST * first) break;
    const decided = decide(candidate, candidates[at + 1], considered.isQuestion);
    // Two cannot both be certain, and what comes later is not surer than what comes first.
    const confidence = at > 0 && decided === 'high' ? 'medium' : decided;
    const facts = knowledge.articles[candidate.article];
    const line = candidate.match?.line ?? lines[candidate.words.best];
    if (!confidence || !facts || !line) break;
    const { match } = candidate;
    const share = match ? match.coverage : candidate.words.share;
    findings.push({
      id: facts.id,
      slug: facts.slug,
      confidence,
      score: candidate.score,
      line: { number: line.number, text: line.text },
      ...(match && { signature: match.pattern.text }),
      why: {
        kind: match ? (share >= WHOLE ? 'signature' : 'partial') : 'words',
        share,
        agrees: candidate.environment.agrees,
        contradicts: candidate.environment.contradicts,
      },
    });
  }
  return { findings, environment, truncated };
}
