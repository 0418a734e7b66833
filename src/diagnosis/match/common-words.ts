import type { PatternWord } from './pattern.ts';

/**
 * Returns the weight of the words of a pattern that a text has in the same order: the heaviest common subsequence. Takes
 * time and space proportional to the product of the two lengths and to the length of the text.
 *
 * @see D. S. Hirschberg, "A linear space algorithm for computing maximal common subsequences", 1975
 */
export function commonWeight(
  words: readonly PatternWord[],
  weights: readonly number[],
  text: readonly string[],
): number {
  let row = new Float64Array(text.length + 1);
  words.forEach((word, index) => {
    const next = new Float64Array(text.length + 1);
    const weight = weights[index] ?? 0;
    text.forEach((other, column) => {
      const matched = isSameWord(word, other) ? (row[column] ?? 0) + weight : 0;
      next[column + 1] = Math.max(next[column] ?? 0, row[column + 1] ?? 0, matched);
    });
    row = next;
  });
  return row[text.length] ?? 0;
}

function isSameWord({ text, isComplete }: PatternWord, other: string): boolean {
  return isComplete ? other === text : other.includes(text);
}
