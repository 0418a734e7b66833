import type { ExcerptPart } from '../excerpt.ts';
import { isHan, runsOf, termsOf } from './terms.ts';

/**
 * Returns the line with most of the terms, with the words that contain one as hits; of equal lines the first.
 *
 * @param terms from `SearchResult`
 * @returns nothing if no line contains a term
 */
export function bestLine(lines: readonly string[], terms: ReadonlySet<string>): ExcerptPart[] {
  let [best, most] = ['', 0];
  for (const line of lines) {
    const own = new Set(termsOf(line).map(({ text }) => text));
    const found = [...own].filter((term) => terms.has(term)).length;
    if (found > most) [best, most] = [line, found];
  }
  return markTerms(best, terms);
}

/**
 * Divides a text at the words that contain a term.
 *
 * @param terms from `SearchResult`
 */
export function markTerms(text: string, terms: ReadonlySet<string>): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let end = 0;
  for (const [from, to] of placesOf(text, terms)) {
    if (from > end) parts.push({ text: text.slice(end, from), hit: false });
    // Pairs of Chinese characters overlap.
    if (to > end) parts.push({ text: text.slice(Math.max(from, end), to), hit: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** Returns the beginnings and ends of the words, or pairs of Chinese characters, that contain a term. */
function placesOf(text: string, terms: ReadonlySet<string>): [from: number, to: number][] {
  return runsOf(text).flatMap(({ index, run }) => {
    if (!isHan(run)) {
      const isHit = termsOf(run).some((term) => terms.has(term.text));
      return isHit ? [[index, index + run.length]] : [];
    }
    return Array.from(run, (_, at): [number, number] => [index + at, index + at + 2]).filter(
      ([from, to]) => terms.has(text.slice(from, to)),
    );
  });
}
