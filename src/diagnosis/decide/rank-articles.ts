import type { Environment } from '../../domain/environment/environment.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';
import type { Match } from '../match/find-matches.ts';
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
  /** Weight of the other signatures found, supporting ones included. */
  support: number;
  isContradicted: boolean;
}

/**
 * Ranks the articles whose signatures were found: complete signatures first; in a chain of exceptions the first cause;
 * then the more specific signature. Articles with the same signature are ranked by what else was found and by whether
 * the environment contradicts them.
 *
 * @param matches that count, see `Finding`
 * @param depths of the lines, see `chainDepths`
 */
export function rankArticles(
  matches: readonly Match[],
  depths: readonly number[],
  environment: Environment,
): Candidate[] {
  const byArticle = new Map<IndexedArticle, Match[]>();
  for (const match of matches) {
    const own = byArticle.get(match.signature.article) ?? [];
    own.push(match);
    byArticle.set(match.signature.article, own);
  }
  return [...byArticle]
    .flatMap(([article, own]): Candidate[] => {
      const candidates = own
        .filter(({ signature }) => !signature.isSupporting)
        .map((match) => ({
          article,
          match,
          isComplete: match.share === 1,
          chainDepth: depths[match.line] ?? 0,
          support: own.reduce((sum, other) => sum + (other === match ? 0 : weightOf(other)), 0),
          isContradicted: contradicts(article, environment),
        }))
        .sort(compareClaims);
      return candidates.slice(0, 1);
    })
    .sort(compareCandidates);
}

/** Compares two candidates, the more likely first; 0 for articles that nothing tells apart. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    compareClaims(a, b) ||
    Number(a.isContradicted) - Number(b.isContradicted) ||
    b.support - a.support
  );
}

/** Compares by the matches alone; 0 for articles that share a signature. */
function compareClaims(a: Candidate, b: Candidate): number {
  return (
    Number(b.isComplete) - Number(a.isComplete) ||
    a.chainDepth - b.chainDepth ||
    weightOf(b.match) - weightOf(a.match)
  );
}

const weightOf = ({ signature, share }: Match) => signature.total * share;
