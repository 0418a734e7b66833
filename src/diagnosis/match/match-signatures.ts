import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenIndex, Pattern } from '../index/open-index.ts';
import { tokenize, type Token } from '../index/tokens.ts';
import { align, type Alignment } from './align.ts';
import type { SalientLine } from './salient-lines.ts';

/** A line of the paste matched with a line of an article. */
export interface LineMatch {
  article: number;
  pattern: Pattern;
  line: SalientLine;
  alignment: Alignment;
  /** Share of the pattern's weight that was found in the line. */
  coverage: number;
  evidence: number;
}

/** Maximum number of lines aligned with one pattern: those that share most weight with it. */
const MAX_ALIGNED_LINES = 5;

/** Maximum number of tokens aligned, and of lines joined when a message is wrapped. */
const MAX_TOKENS = 160;
const MAX_JOINED_LINES = 3;

/** Coverage below which the following lines are joined. */
const WRAPPED_COVERAGE = 0.9;

/** Minimum weight that a pattern and a line share; less is chance. */
const MIN_COMMON = 0.7;

/** Minimum weight of a line for its explained share: a line of a few common words is easily explained. */
const MIN_EXPLAINED = 1.5;

/** Number of lines at either end of a paste that may have been cut off. */
const END_LINES = 2;

/** Factors for evidence that is weaker than a complete signature. */
const FACTORS = {
  notSignature: 0.85,
  frame: 0.6,
  reversed: 0.6,
  replaced: 0.7,
  cutAtEnd: 0.85,
  /** A line that lacks much of a signature inside a paste is more often another message. */
  cutInside: 0.6,
};

/**
 * Matches the signatures and messages of some articles with the lines that share terms with them.
 *
 * @param allLines every cleaned line, to continue where a message is wrapped
 */
export function matchSignatures(
  articles: readonly number[],
  lines: readonly SalientLine[],
  allLines: readonly PasteLine[],
  index: OpenIndex,
): LineMatch[] {
  const linesOf = linesByTerm(lines);
  const joined = new Map<number, readonly Token[]>();
  const joinedTokens = (line: SalientLine) => {
    const known = joined.get(line.index);
    if (known) return known;
    const tokens = [...line.tokens];
    for (let next = 1; next < MAX_JOINED_LINES && tokens.length < MAX_TOKENS; next++) {
      const following = allLines[line.index + next];
      if (following) tokens.push(...tokenize(following.text));
    }
    const window = tokens.slice(0, MAX_TOKENS);
    joined.set(line.index, window);
    return window;
  };
  const isAtEnd = ({ index: position }: SalientLine) =>
    position < END_LINES || position >= allLines.length - END_LINES;
  const matches: LineMatch[] = [];
  for (const article of articles) {
    for (const pattern of index.patternsOf(article)) {
      for (const line of likelyLines(pattern, lines, linesOf)) {
        const alignment = alignWithLine(pattern, line, joinedTokens);
        if (alignment) matches.push(toMatch(pattern, line, alignment, isAtEnd(line)));
      }
    }
  }
  return matches;
}

/** Lists the positions of the lines that have a term, the stems of names included. */
function linesByTerm(lines: readonly SalientLine[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  lines.forEach((line, position) => {
    const add = (term: string) => {
      const known = positions.get(term);
      if (!known) positions.set(term, [position]);
      else if (known.at(-1) !== position) known.push(position);
    };
    for (const { term, stems, kind } of line.tokens) {
      if (kind === 'gap') continue;
      add(term);
      stems.forEach(add);
    }
  });
  return positions;
}

function likelyLines(
  pattern: Pattern,
  lines: readonly SalientLine[],
  linesOf: ReadonlyMap<string, readonly number[]>,
): SalientLine[] {
  const common = new Map<number, number>();
  const seen = new Set<string>();
  pattern.tokens.forEach(({ term, kind }, index) => {
    if (kind === 'gap' || seen.has(term)) return;
    seen.add(term);
    for (const line of linesOf.get(term) ?? []) {
      common.set(line, (common.get(line) ?? 0) + (pattern.weights[index] ?? 0));
    }
  });
  const least = Math.min(MIN_COMMON, 0.5 * pattern.total);
  return [...common]
    .filter(([, weight]) => weight >= least)
    .sort(([lineA, a], [lineB, b]) => b - a || lineA - lineB)
    .slice(0, MAX_ALIGNED_LINES)
    .flatMap(([position]) => lines[position] ?? []);
}

function alignWithLine(
  pattern: Pattern,
  line: SalientLine,
  joinedTokens: (line: SalientLine) => readonly Token[],
): Alignment | undefined {
  const tokens = line.tokens.slice(0, MAX_TOKENS);
  const alignment = align(pattern.tokens, pattern.weights, tokens);
  if (!alignment || pattern.total === 0) return undefined;
  if (alignment.matched >= WRAPPED_COVERAGE * pattern.total) return alignment;
  const wider = align(pattern.tokens, pattern.weights, joinedTokens(line));
  const isBetter = wider && wider.first < tokens.length && wider.matched > alignment.matched;
  return isBetter ? wider : alignment;
}

function toMatch(
  pattern: Pattern,
  line: SalientLine,
  alignment: Alignment,
  isAtEnd: boolean,
): LineMatch {
  const { matched, isReplaced, isReversed } = alignment;
  const coverage = Math.min(matched / pattern.total, 1);
  const explained = Math.min(matched / Math.max(line.total, MIN_EXPLAINED), 1);
  const cut = isAtEnd ? FACTORS.cutAtEnd : FACTORS.cutInside;
  let evidence = matched * Math.max(coverage, cut * explained);
  if (!pattern.isSignature) evidence *= FACTORS.notSignature;
  if (line.isFrame || (pattern.isFrame && !pattern.isSignature)) evidence *= FACTORS.frame;
  if (isReplaced) evidence *= FACTORS.replaced;
  if (isReversed) evidence *= FACTORS.reversed;
  return { article: pattern.article, pattern, line, alignment, coverage, evidence };
}
