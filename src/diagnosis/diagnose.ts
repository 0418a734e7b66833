import type { Environment } from '../domain/environment/environment.ts';
import { signatureLine, toConditional } from '../domain/facts/signature.ts';
import { readPaste, type Localization, type PasteLine } from './clean/read-paste.ts';
import { rankArticles, type Candidate } from './decide/rank-articles.ts';
import type { DiagnosisIndex, IndexedArticle } from './index/diagnosis-index.ts';
import { openIndex } from './index/open-index.ts';
import { conditionsHold } from './match/conditions.ts';
import { chainDepths } from './match/exception-chains.ts';
import { findMatches } from './match/find-matches.ts';
import { readEnvironment } from './read-environment.ts';

/** `high`: the paste has a complete signature of the fault. `medium`: it lacks little of one, or another fault comes first. */
export type Confidence = 'high' | 'medium';

/** A fault that the diagnosis holds responsible. */
export interface Finding {
  id: string;
  slug: string;
  confidence: Confidence;
  /** The line that matched, as it was printed but without colors and prefixes, and its number in the paste, 1-based. */
  line: {
    number: number;
    text: string;
    /** A localized line in English, as it was compared with the signatures. */
    english?: string;
  };
  /** The signature of the article that matched. */
  signature: string;
  /** Share of the signature's weight that was found, between 0 and 1. */
  share: number;
  /** True if this finding and others are equally likely, because they print the same line. */
  isShared: boolean;
  /** Of a shared finding, another line that its fault prints and the others do not, if any. */
  lookFor?: string;
}

export interface Diagnosis {
  /** Best first; empty for an unknown error. */
  findings: Finding[];
  environment: Environment;
  /** True when the paste was longer than `MAX_PASTE_LENGTH` and only its beginning was read. */
  truncated: boolean;
}

const DEFAULT_LIMIT = 5;

/**
 * Finds the known faults behind the output of a program.
 *
 * @param index from `buildIndex`
 * @param paste any text, from one line to a log of megabytes
 * @param options.limit maximum number of findings
 * @param options.localization without it, localized messages are not recognized
 * @throws {Error} if the index has another version than `INDEX_VERSION`
 */
export function diagnose(
  index: DiagnosisIndex,
  paste: string,
  { limit = DEFAULT_LIMIT, localization }: { limit?: number; localization?: Localization } = {},
): Diagnosis {
  const open = openIndex(index);
  const { lines, truncated } = readPaste(paste, localization);
  const environment = readEnvironment(lines, open.packages);
  const matches = findMatches(lines, open, conditionsHold(lines));
  const { leading, others } = rankArticles(matches, chainDepths(lines), environment);
  const findings = [...leading, ...others]
    .slice(0, limit)
    .map((candidate) => toFinding(candidate, leading, lines));
  return { findings, environment, truncated };
}

function toFinding(
  candidate: Candidate,
  leading: readonly Candidate[],
  lines: readonly PasteLine[],
): Finding {
  const { article, match, isComplete } = candidate;
  const isFirst = leading.includes(candidate);
  const isShared = isFirst && leading.length > 1;
  const lookFor = isShared ? distinguishingLine(article, leading) : undefined;
  const { number = 0, text = '', english } = lines[match.line] ?? {};
  return {
    id: article.id,
    slug: article.slug,
    confidence: isComplete && isFirst ? 'high' : 'medium',
    line: { number, text, ...(english !== undefined && { english }) },
    signature: match.signature.pattern.text,
    share: match.share,
    isShared,
    ...(lookFor !== undefined && { lookFor }),
  };
}

function distinguishingLine(
  article: IndexedArticle,
  equals: readonly Candidate[],
): string | undefined {
  const others = equals.filter((other) => other.article !== article);
  const shared = new Set(others.flatMap((other) => other.article.signatures.map(signatureLine)));
  // A supporting line is printed by faults outside of this list, too.
  return article.signatures
    .map(toConditional)
    .find(({ line, role }) => role !== 'supporting' && !shared.has(line))?.line;
}
