import type { Environment } from '../../domain/environment/environment.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';
import type { Match } from '../match/find-matches.ts';
import { impliesPattern } from '../match/pattern.ts';
import { contradicts } from './contradicts.ts';

/** An article with the signatures that were found. */
export interface Candidate {
  article: IndexedArticle;
  /** The match that makes the claim. */
  match: Match;
  /** True if every word of that signature was found. */
  isComplete: boolean;
  /** Number of exceptions of the same chain above the line, see `chainDepths`. */
  chainDepth: number;
  /** Weight of the signatures found in other lines, supporting ones included. */
  support: number;
  isContradicted: boolean;
}

/** The articles whose signatures were found, most likely first. */
export interface Ranking {
  /** Those that are most likely; several if nothing in the paste tells them apart. */
  leading: Candidate[];
  others: Candidate[];
}

/**
 * Ranks the articles whose signatures were found: complete signatures first; general articles and those with a lookup last;
 * in a chain of exceptions the first cause; among general articles the first line; then the signature with more weight.
 * Between articles that claim the same line equally, the environment decides, then what was found in other lines.
 *
 * @param matches that count, see `Finding`
 * @param depths of the lines, see `chainDepths`
 */
export function rankArticles(
  matches: readonly Match[],
  depths: readonly number[],
  environment: Environment,
): Ranking {
  const claims = claimsByArticle(matches, depths, environment);
  const candidates = claims
    .flatMap((own) => own.slice(0, 1))
    .sort((a, b) => compareClaims(a, b) || compareEvidence(a, b));
  const [first] = candidates;
  if (!first) return { leading: [], others: [] };
  const equals = claims
    .flatMap((own) => own.find((claim) => isEqualClaim(first, claim)) ?? [])
    .sort(compareEvidence);
  const [best = first] = equals;
  const leading = equals.filter((other) => compareEvidence(best, other) === 0);
  const ranked = new Set(equals.map(({ article }) => article));
  const others = [
    ...equals.slice(leading.length),
    ...candidates.filter(({ article }) => !ranked.has(article)),
  ];
  // Once the cause is known, a guide to finding it helps no more.
  const isCauseKnown = best.isComplete && !best.article.general;
  return {
    leading,
    others: isCauseKnown ? others.filter(({ article }) => !article.general) : others,
  };
}

/** Returns what each article claims by its signatures, the strongest first. */
function claimsByArticle(
  matches: readonly Match[],
  depths: readonly number[],
  environment: Environment,
): Candidate[][] {
  const byArticle = new Map<IndexedArticle, Match[]>();
  for (const match of matches) {
    const own = byArticle.get(match.signature.article) ?? [];
    own.push(match);
    byArticle.set(match.signature.article, own);
  }
  return Array.from(byArticle, ([article, own]) => {
    const isContradicted = contradicts(article, environment);
    return own
      .filter(({ signature }) => !signature.isSupporting)
      .map((match) => ({
        article,
        match,
        isComplete: match.share === 1,
        chainDepth: depths[match.line] ?? 0,
        support: own
          .filter(({ line }) => line !== match.line)
          .reduce((sum, other) => sum + weightOf(other), 0),
        isContradicted,
      }))
      .sort(compareClaims);
  });
}

/** Compares by the matches alone; 0 for articles that share a signature. */
function compareClaims(a: Candidate, b: Candidate): number {
  return (
    Number(b.isComplete) - Number(a.isComplete) ||
    // An article about one case says more than a table of all of them, or a guide to finding the cause.
    Number(isBroad(a)) - Number(isBroad(b)) ||
    a.chainDepth - b.chainDepth ||
    // Of several of these the first line: a wheel that failed or an exit code is the consequence of the lines above it.
    (isBroad(a) ? a.match.line - b.match.line : 0) ||
    weightOf(b.match) - weightOf(a.match)
  );
}

/** Compares by the rest of the paste. */
function compareEvidence(a: Candidate, b: Candidate): number {
  return Number(a.isContradicted) - Number(b.isContradicted) || b.support - a.support;
}

/**
 * True if an article claims a line as much as the first one does. Of two signatures in one line, the heavier one is more
 * specific only if every line that has it also has the other; otherwise they name different parts of the line.
 */
function isEqualClaim(first: Candidate, other: Candidate): boolean {
  if (compareClaims(first, other) === 0) return true;
  return (
    first.isComplete &&
    other.isComplete &&
    isBroad(first) === isBroad(other) &&
    first.match.line === other.match.line &&
    !impliesPattern(first.match.signature.pattern, other.match.signature.pattern)
  );
}

const isBroad = ({ article }: Candidate) =>
  article.lookup !== undefined || article.general === true;

const weightOf = ({ signature, share }: Match) => signature.total * share;
