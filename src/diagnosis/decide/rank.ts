import type { Environment } from '../../domain/environment/environment.ts';
import { scoreEnvironment, type EnvironmentEvidence } from '../match/score-environment.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { LineMatch } from '../match/match-signatures.ts';
import type { WordEvidence } from '../match/score-terms.ts';

/** All that speaks for one article. */
export interface Candidate {
  article: number;
  score: number;
  /** The weightiest line match, when signatures have anything to say. */
  match?: LineMatch;
  words: WordEvidence;
  environment: EnvironmentEvidence;
}

/** The second line that speaks for an article counts so much of the first, and so on. */
const FADING = 0.5;
const LINES_COUNTED = 5;

/** What an exception counts beside the one that led to it: numpy's advice beside the module that was not found. */
const CONSEQUENCE = 0.5;

/** What is left of an article whose own signature says another word where the line belongs to a sibling's. */
const CONTRADICTED = 0.5;

/** Share of a signature from which a line is its own, and from which it is at least meant. */
const OWN_LINE = 0.9;
const MEANT = 0.5;

/** Words beside signatures: a second opinion. */
const WORDS = 0.5;

/**
 * Puts the voices together. A line belongs to the article that explains it best; others get little of it, and a line that many
 * explain equally well is worth little to each: so an echo loses against a line of one's own.
 */
export function rank(
  words: readonly WordEvidence[],
  matches: readonly LineMatch[],
  environment: Environment,
  names: ReadonlySet<string>,
  knowledge: OpenIndex,
): Candidate[] {
  const printed = sharePrinted(matches);
  const contradicted = contradictedBy(matches);
  const candidates = words.flatMap((word): Candidate[] => {
    const facts = knowledge.articles[word.article];
    if (!facts) return [];
    const evidence = scoreEnvironment(facts, environment, names);
    const lines = printed.get(word.article) ?? [];
    const sum = fadingSum(lines.map(({ worth }) => worth));
    const [best] = lines;
    const doubt = contradicted.has(word.article) ? CONTRADICTED : 1;
    const score = (sum + WORDS * word.score) * evidence.factor * doubt;
    return [
      {
        article: word.article,
        score,
        words: word,
        environment: evidence,
        ...(best && { match: best.match }),
      },
    ];
  });
  return candidates.sort((a, b) => b.score - a.score || a.article - b.article);
}

function fadingSum(values: readonly number[]): number {
  return values.slice(0, LINES_COUNTED).reduce((sum, value, at) => sum + value * FADING ** at, 0);
}

/**
 * Articles that a line speaks against: it is the whole signature of another article, and of theirs but for the word
 * that tells the two apart. `Operation not permitted` after the line of which they know `Resource temporarily unavailable`.
 */
function contradictedBy(matches: readonly LineMatch[]): Set<number> {
  const owners = new Map<number, { articles: Set<number>; most: number }>();
  for (const { article, pattern, line, coverage, alignment, evidence } of matches) {
    if (!pattern.isSignature || coverage < OWN_LINE || alignment.isReplaced) continue;
    const owner = owners.get(line.index) ?? { articles: new Set(), most: 0 };
    owner.articles.add(article);
    owner.most = Math.max(owner.most, evidence);
    owners.set(line.index, owner);
  }
  // Who explains more of the line, a path before the message say, is not refuted by who explains less.
  const rivals = new Set<string>();
  for (const { article, line, evidence } of matches) {
    if (evidence >= (owners.get(line.index)?.most ?? Infinity))
      rivals.add(`${line.index} ${article}`);
  }
  const against = new Set<number>();
  for (const { article, pattern, line, coverage, alignment } of matches) {
    if (!owners.has(line.index) || rivals.has(`${line.index} ${article}`)) continue;
    const isSibling = alignment.isReplaced || coverage < OWN_LINE;
    if (pattern.isSignature && isSibling && coverage >= MEANT) against.add(article);
  }
  // Nor who owns another line of the paste.
  for (const { articles } of owners.values())
    for (const article of articles) against.delete(article);
  return against;
}

interface Worth {
  match: LineMatch;
  worth: number;
}

/** The matches of each article, one for each line of the paste, heaviest first. */
function sharePrinted(matches: readonly LineMatch[]): Map<number, Worth[]> {
  const perLine = new Map<number, Map<number, LineMatch>>();
  for (const match of matches) {
    const articles = perLine.get(match.line.index) ?? new Map<number, LineMatch>();
    perLine.set(match.line.index, articles);
    const known = articles.get(match.article);
    if (!known || known.evidence < match.evidence) articles.set(match.article, match);
  }
  const perArticle = new Map<number, Worth[]>();
  for (const articles of perLine.values()) {
    const most = Math.max(...[...articles.values()].map(({ evidence }) => evidence));
    if (most <= 0) continue;
    let shares = 0;
    for (const { evidence } of articles.values()) shares += (evidence / most) ** 4;
    for (const match of articles.values()) {
      const relative = match.evidence / most;
      const own = relative ** 2 / Math.sqrt(shares);
      const list = perArticle.get(match.article) ?? [];
      const echo = CONSEQUENCE ** match.line.consequence;
      list.push({ match, worth: match.evidence * own * echo });
      perArticle.set(match.article, list);
    }
  }
  for (const list of perArticle.values()) list.sort((a, b) => b.worth - a.worth);
  return perArticle;
}
