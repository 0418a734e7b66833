import type { OpenIndex } from '../index/open-index.ts';
import type { SalientLine } from './salient-lines.ts';

/** Evidence of the terms of a paste for one article. */
export interface TermEvidence {
  article: number;
  score: number;
  /** Index in the list of salient lines of the line with the highest score. */
  bestLine: number;
  bestLineScore: number;
  /** Share of that line's weight that the article has. */
  share: number;
}

/** Geometric decay applied to each further line of an article. */
const LINE_DECAY = 0.6;
const MAX_LINES = 6;

/** Factor for a term that an earlier line already had. */
const REPEATED_FACTOR = 0.25;

/** Factor for a part of a name. */
const PART_FACTOR = 0.5;

/** Factor for a line that is a stack frame. */
const FRAME_FACTOR = 0.6;

/** Factor for a directory, whose name may match by accident. */
const FOLDER_FACTOR = 0.25;

/**
 * Sums the weights of the known terms, line by line, for every article that has any of them.
 *
 * @param fieldFactors what a term counts, by the field of the article that has it
 */
export function scoreTerms(
  lines: readonly SalientLine[],
  index: OpenIndex,
  fieldFactors: readonly number[],
): TermEvidence[] {
  const scores = new Map<number, { line: number; sum: number; share: number }[]>();
  const counted = new Set<string>();
  const order = [...lines.entries()].sort(([, a], [, b]) => informationOf(b) - informationOf(a));
  for (const [position, line] of order) {
    for (const [article, { sum, known }] of scoreLine(line, index, fieldFactors, counted)) {
      const own = scores.get(article) ?? [];
      own.push({
        line: position,
        sum: line.isFrame ? sum * FRAME_FACTOR : sum,
        share: Math.min(known / (line.total || 1), 1),
      });
      scores.set(article, own);
    }
  }
  return [...scores].map(([article, own]) => {
    own.sort((a, b) => b.sum - a.sum);
    let score = 0;
    let factor = 1;
    for (const { sum } of own.slice(0, MAX_LINES)) {
      score += factor * sum;
      factor *= LINE_DECAY;
    }
    const [best] = own;
    return {
      article,
      score,
      bestLine: best?.line ?? 0,
      bestLineScore: best?.sum ?? 0,
      share: best?.share ?? 0,
    };
  });
}

/** Orders lines by what the library knows of them, minus a little for what it does not know. */
const informationOf = ({ known, total }: SalientLine) => known - 0.1 * total;

function scoreLine(
  line: SalientLine,
  index: OpenIndex,
  fieldFactors: readonly number[],
  counted: Set<string>,
) {
  const sums = new Map<number, { sum: number; known: number }>();
  const seen = new Set<string>();
  /** Returns whether any article has the term. */
  const count = (text: string, factor: number): boolean => {
    const term = index.term(text);
    if (!term || term.articles.length === 0) return false;
    if (seen.has(text)) return true;
    seen.add(text);
    const weight = term.weight * factor * (counted.has(text) ? REPEATED_FACTOR : 1);
    counted.add(text);
    term.articles.forEach((article, position) => {
      const fieldFactor = fieldFactors[term.fields[position] ?? 0] ?? 0;
      const own = sums.get(article) ?? { sum: 0, known: 0 };
      own.sum += weight * fieldFactor;
      if (fieldFactor > 0) own.known += term.weight * factor;
      sums.set(article, own);
    });
    return true;
  };
  for (const { term, kind, stems, parts, isFolder } of line.tokens) {
    if (kind === 'gap') continue;
    const factor = isFolder ? FOLDER_FACTOR : 1;
    if (count(term, factor) || stems.some((stem) => count(stem, factor))) continue;
    for (const part of parts) count(part, PART_FACTOR * factor);
  }
  return sums;
}
