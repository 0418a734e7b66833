import type { OpenIndex } from '../index/open-index.ts';
import type { SalientLine } from './salient-lines.ts';

/** What the words of a paste say for one article, wherever they stand in it. */
export interface WordEvidence {
  article: number;
  score: number;
  /** Index among the telling lines of the one that says most. */
  best: number;
  /** What that line says alone. */
  most: number;
  /** Share of that line's weight which the article has. */
  share: number;
}

/** The second line of an article counts so much of the first, the third so much of the second, and so on. */
const FADING = 0.6;
const LINES_COUNTED = 6;

/** A word that was counted on an earlier line counts so much again. */
const REPEATED = 0.25;

/** A part of a name counts so much of a word, and a frame so much of a message. */
const PART = 0.5;
const FRAME = 0.6;

/** A directory of the reader's machine that happens to be called so. */
const FOLDER = 0.25;

/**
 * Sums the weights of the known words, line by line, for every article that has any of them.
 *
 * @param factors what a word says for an article, by where the article has it
 */
export function scoreTerms(
  lines: readonly SalientLine[],
  knowledge: OpenIndex,
  factors: readonly number[],
): WordEvidence[] {
  const perArticle = new Map<number, { line: number; sum: number; share: number }[]>();
  const counted = new Set<string>();
  const order = lines.map((_, at) => at).sort((a, b) => gain(lines[b]) - gain(lines[a]));
  for (const at of order) {
    const line = lines[at];
    if (!line) continue;
    for (const [article, { sum, plain }] of sumLine(line, knowledge, factors, counted)) {
      const sums = perArticle.get(article) ?? [];
      sums.push({
        line: at,
        sum: line.isFrame ? sum * FRAME : sum,
        share: Math.min(plain / (line.total || 1), 1),
      });
      perArticle.set(article, sums);
    }
  }
  return [...perArticle].map(([article, sums]) => {
    sums.sort((a, b) => b.sum - a.sum);
    let score = 0;
    let part = 1;
    for (const { sum } of sums.slice(0, LINES_COUNTED)) {
      score += part * sum;
      part *= FADING;
    }
    const [best] = sums;
    return { article, score, best: best?.line ?? 0, most: best?.sum ?? 0, share: best?.share ?? 0 };
  });
}

/** Lines of which the library knows much come first; what it does not know speaks a little against them. */
const gain = (line?: SalientLine) => (line ? line.known - 0.1 * line.total : 0);

function sumLine(
  line: SalientLine,
  knowledge: OpenIndex,
  factors: readonly number[],
  counted: Set<string>,
) {
  const sums = new Map<number, { sum: number; plain: number }>();
  const seen = new Set<string>();
  const count = (text: string, part: number): boolean => {
    const term = knowledge.term(text);
    if (!term || term.articles.length === 0) return false;
    if (seen.has(text)) return true;
    seen.add(text);
    const weight = term.weight * part * (counted.has(text) ? REPEATED : 1);
    counted.add(text);
    term.articles.forEach((article, at) => {
      const factor = factors[term.fields[at] ?? 0] ?? 0;
      const before = sums.get(article) ?? { sum: 0, plain: 0 };
      before.sum += weight * factor;
      if (factor > 0) before.plain += term.weight * part;
      sums.set(article, before);
    });
    return true;
  };
  for (const { term, kind, stems, parts, isFolder } of line.tokens) {
    if (kind === 'gap') continue;
    const place = isFolder ? FOLDER : 1;
    const isKnown = count(term, place);
    if (isKnown) continue;
    const isOpen = stems.some((stem) => count(stem, place));
    if (!isOpen) for (const part of parts) count(part, PART * place);
  }
  return sums;
}
