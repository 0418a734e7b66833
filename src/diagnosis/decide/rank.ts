import type { Environment } from '../../domain/environment/environment.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { LineMatch } from '../match/match-signatures.ts';
import { scoreEnvironment, type EnvironmentEvidence } from '../match/score-environment.ts';
import type { TermEvidence } from '../match/score-terms.ts';

/** An article with all the evidence for it. */
export interface Candidate {
  article: number;
  score: number;
  /** The match with the most credit; absent when no signature matched. */
  match?: LineMatch;
  words: TermEvidence;
  environment: EnvironmentEvidence;
}

/** Geometric decay applied to each further line of an article. */
const LINE_DECAY = 0.5;
const MAX_LINES = 5;

/** Factor for each exception that came earlier in a chain and is therefore closer to the cause. */
const CHAINED_EXCEPTION_PENALTY = 0.5;

/** Factor for an article whose signature differs from the line in the one word that belongs to another article. */
const CONTRADICTED_FACTOR = 0.5;

/** Coverage from which a line is a signature's own, and from which it is a variant of it. */
const OWN_COVERAGE = 0.9;
const VARIANT_COVERAGE = 0.5;

/** Weight of terms relative to signatures. */
const TERM_FACTOR = 0.5;

/**
 * Combines the scores of terms, signatures and environment. Most credit for a line goes to the article that explains it
 * best; a line that many articles explain equally well gives little to each.
 *
 * @param names terms that the paste contains, to see whether it names the project
 * @returns candidates with the highest score first
 */
export function rank(
  words: readonly TermEvidence[],
  matches: readonly LineMatch[],
  environment: Environment,
  names: ReadonlySet<string>,
  index: OpenIndex,
): Candidate[] {
  const credits = creditMatches(matches);
  const contradicted = findContradicted(matches);
  const candidates = words.flatMap((evidence): Candidate[] => {
    const { article } = evidence;
    const facts = index.articles[article];
    if (!facts) return [];
    const environmentEvidence = scoreEnvironment(facts, environment, names);
    const own = credits.get(article) ?? [];
    const [best] = own;
    const score =
      (decayingSum(own.map(({ credit }) => credit)) + TERM_FACTOR * evidence.score) *
      environmentEvidence.factor *
      (contradicted.has(article) ? CONTRADICTED_FACTOR : 1);
    return [
      {
        article,
        score,
        words: evidence,
        environment: environmentEvidence,
        ...(best && { match: best.match }),
      },
    ];
  });
  return candidates.sort((a, b) => b.score - a.score || a.article - b.article);
}

function decayingSum(values: readonly number[]): number {
  return values
    .slice(0, MAX_LINES)
    .reduce((sum, value, index) => sum + value * LINE_DECAY ** index, 0);
}

/** The articles that own a line, and the strongest evidence among them. */
interface LineOwners {
  articles: Set<number>;
  evidence: number;
}

/**
 * Finds articles that a line contradicts: it is the whole signature of another article, and theirs but for the word that
 * distinguishes the two, as `Operation not permitted` where they have `Resource temporarily unavailable`.
 */
function findContradicted(matches: readonly LineMatch[]): Set<number> {
  const owners = ownersByLine(matches);
  // An article that explains more of the line, such as a path before the message, is not refuted by one that explains less.
  const unrefuted = new Set<string>();
  for (const { article, line, evidence } of matches) {
    if (evidence >= (owners.get(line.index)?.evidence ?? Infinity)) {
      unrefuted.add(`${line.index} ${article}`);
    }
  }
  const contradicted = new Set<number>();
  for (const match of matches) {
    const { article, line } = match;
    if (!owners.has(line.index) || unrefuted.has(`${line.index} ${article}`)) continue;
    if (isVariant(match)) contradicted.add(article);
  }
  // Nor is an article that owns another line of the paste.
  for (const { articles } of owners.values()) {
    for (const article of articles) contradicted.delete(article);
  }
  return contradicted;
}

function ownersByLine(matches: readonly LineMatch[]): Map<number, LineOwners> {
  const owners = new Map<number, LineOwners>();
  for (const { article, pattern, line, coverage, alignment, evidence } of matches) {
    if (!pattern.isSignature || coverage < OWN_COVERAGE || alignment.isReplaced) continue;
    const owner = owners.get(line.index) ?? { articles: new Set(), evidence: 0 };
    owner.articles.add(article);
    owner.evidence = Math.max(owner.evidence, evidence);
    owners.set(line.index, owner);
  }
  return owners;
}

function isVariant({ pattern, coverage, alignment }: LineMatch): boolean {
  const differs = alignment.isReplaced || coverage < OWN_COVERAGE;
  return pattern.isSignature && differs && coverage >= VARIANT_COVERAGE;
}

interface CreditedMatch {
  match: LineMatch;
  credit: number;
}

/** Divides the credit for each line among its articles; one match an article and line, the highest credit first. */
function creditMatches(matches: readonly LineMatch[]): Map<number, CreditedMatch[]> {
  const credits = new Map<number, CreditedMatch[]>();
  for (const articles of bestMatches(matches).values()) {
    const highest = Math.max(...[...articles.values()].map(({ evidence }) => evidence));
    if (highest <= 0) continue;
    let shares = 0;
    for (const { evidence } of articles.values()) shares += (evidence / highest) ** 4;
    for (const match of articles.values()) {
      const relative = match.evidence / highest;
      const share = relative ** 2 / Math.sqrt(shares);
      const penalty = CHAINED_EXCEPTION_PENALTY ** match.line.chainDepth;
      const own = credits.get(match.article) ?? [];
      own.push({ match, credit: match.evidence * share * penalty });
      credits.set(match.article, own);
    }
  }
  for (const own of credits.values()) own.sort((a, b) => b.credit - a.credit);
  return credits;
}

/** Returns the strongest match of each article, by the line of the paste. */
function bestMatches(matches: readonly LineMatch[]): Map<number, Map<number, LineMatch>> {
  const lines = new Map<number, Map<number, LineMatch>>();
  for (const match of matches) {
    const articles = lines.get(match.line.index) ?? new Map<number, LineMatch>();
    lines.set(match.line.index, articles);
    const known = articles.get(match.article);
    if (!known || known.evidence < match.evidence) articles.set(match.article, match);
  }
  return lines;
}
