import { align, type Alignment } from './align.ts';
import type { OpenIndex, Pattern } from '../index/open-index.ts';
import type { PasteLine } from '../clean/read-paste.ts';
import type { SalientLine } from './salient-lines.ts';
import { tokenize, type Token } from '../index/tokens.ts';

/** One line of the paste beside one line of an article. */
export interface LineMatch {
  article: number;
  pattern: Pattern;
  line: SalientLine;
  alignment: Alignment;
  /** Share of the pattern's weight that the line has. */
  coverage: number;
  /** Weight of evidence. */
  evidence: number;
}

/** Lines tried for one pattern: those that have most of its words. */
const LINES_TRIED = 5;

/** Tokens of a line and its followers that are looked at: messages are wrapped, and some are very long. */
const WINDOW = 160;
const LINES_JOINED = 3;

/** Less than this in common is chance. */
const MIN_COMMON = 0.7;

/** Weight that a line must have to count as explained whole. */
const MIN_EXPLAINED = 1.5;

/** Lines at either end of a paste that may have been cut off. */
const END_LINES = 2;

const FACTORS = {
  line: 0.85,
  frame: 0.6,
  reversed: 0.6,
  replaced: 0.7,
  cut: 0.85,
  cutInside: 0.6,
};

/**
 * Holds the signatures of some articles against the lines that share words with them.
 *
 * @param all every cleaned line, to read on where a message is wrapped
 */
export function matchSignatures(
  articles: readonly number[],
  lines: readonly SalientLine[],
  all: readonly PasteLine[],
  knowledge: OpenIndex,
): LineMatch[] {
  const linesOf = invert(lines);
  const windows = new Map<number, readonly Token[]>();
  const windowAt = (line: SalientLine) => {
    const known = windows.get(line.index);
    if (known) return known;
    const tokens = [...line.tokens];
    for (let next = 1; next < LINES_JOINED && tokens.length < WINDOW; next++) {
      const follower = all[line.index + next];
      if (follower) tokens.push(...tokenize(follower.text));
    }
    windows.set(line.index, tokens.slice(0, WINDOW));
    return tokens.slice(0, WINDOW);
  };
  const matches: LineMatch[] = [];
  for (const article of articles) {
    for (const pattern of knowledge.patternsOf(article)) {
      for (const at of likelyLines(pattern, linesOf)) {
        const line = lines[at];
        const match = line && matchLine(pattern, line, windowAt, all.length);
        if (match) matches.push(match);
      }
    }
  }
  return matches;
}

/** Which lines have a term, counting what names begin with. */
function invert(lines: readonly SalientLine[]): Map<string, number[]> {
  const linesOf = new Map<string, number[]>();
  lines.forEach((line, at) => {
    const add = (term: string) => {
      const known = linesOf.get(term);
      if (!known) linesOf.set(term, [at]);
      else if (known.at(-1) !== at) known.push(at);
    };
    for (const { term, stems, kind } of line.tokens) {
      if (kind === 'gap') continue;
      add(term);
      stems.forEach(add);
    }
  });
  return linesOf;
}

function likelyLines(pattern: Pattern, linesOf: ReadonlyMap<string, readonly number[]>): number[] {
  const common = new Map<number, number>();
  const seen = new Set<string>();
  pattern.tokens.forEach(({ term, kind }, at) => {
    if (kind === 'gap' || seen.has(term)) return;
    seen.add(term);
    for (const line of linesOf.get(term) ?? []) {
      common.set(line, (common.get(line) ?? 0) + (pattern.weights[at] ?? 0));
    }
  });
  const least = Math.min(MIN_COMMON, 0.5 * pattern.total);
  return [...common]
    .filter(([, weight]) => weight >= least)
    .sort(([lineA, a], [lineB, b]) => b - a || lineA - lineB)
    .slice(0, LINES_TRIED)
    .map(([line]) => line);
}

function matchLine(
  pattern: Pattern,
  line: SalientLine,
  windowAt: (line: SalientLine) => readonly Token[],
  count: number,
): LineMatch | undefined {
  const tokens = line.tokens.slice(0, WINDOW);
  let alignment = align(pattern.tokens, pattern.weights, tokens);
  if (!alignment || pattern.total === 0) return undefined;
  if (alignment.matched < 0.9 * pattern.total) {
    const wider = align(pattern.tokens, pattern.weights, windowAt(line));
    if (wider && wider.first < tokens.length && wider.matched > alignment.matched) {
      alignment = wider;
    }
  }
  const { matched } = alignment;
  const coverage = Math.min(matched / pattern.total, 1);
  // A line of few words is soon explained: only from two rare ones on does that count fully.
  const explained = Math.min(matched / Math.max(line.total, MIN_EXPLAINED), 1);
  // A line that lacks much of its signature is a cut one at either end of a paste; inside it more often is another line.
  const isAtEnd = line.index < END_LINES || line.index >= count - END_LINES;
  const cut = isAtEnd ? FACTORS.cut : FACTORS.cutInside;
  let evidence = matched * Math.max(coverage, cut * explained);
  if (!pattern.isSignature) evidence *= FACTORS.line;
  if (line.isFrame || (pattern.isFrame && !pattern.isSignature)) evidence *= FACTORS.frame;
  if (alignment.isReplaced) evidence *= FACTORS.replaced;
  if (alignment.isReversed) evidence *= FACTORS.reversed;
  return { article: pattern.article, pattern, line, alignment, coverage, evidence };
}
