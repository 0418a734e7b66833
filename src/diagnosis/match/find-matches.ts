import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenIndex, OpenSignature } from '../index/open-index.ts';
import { commonWeight } from './common-words.ts';
import type { ConditionCheck } from './conditions.ts';
import { joinTexts, normalize, wordsOf } from './normalize.ts';
import { containsPattern } from './pattern.ts';

/** A signature found in a paste. */
export interface Match {
  signature: OpenSignature;
  /** Share of the signature's weight that was found; 1 only for the complete signature. */
  share: number;
  /** Index of the line among the cleaned lines. */
  line: number;
}

/**
 * Minimum share of a signature's weight: the tenth that may differ is what releases and compilers vary. With 0.8 more
 * errors that the library does not know are answered than known ones gained (measured on 2026-11-30).
 */
export const MIN_SHARE = 0.9;

/** The highest share of a signature that is not complete. */
const INCOMPLETE = 0.99;

/**
 * Maximum number of comparisons of a signature with a line. Logs of a megabyte take some hundreds; only a text made of
 * signatures reaches it.
 */
const MAX_COMPARISONS = 20_000;

/**
 * Finds each signature's first complete occurrence, or else its best incomplete one, in a line or across two.
 *
 * @param holds whether the conditions of a signature hold at a line; all do if left out
 */
export function findMatches(
  lines: readonly PasteLine[],
  index: OpenIndex,
  holds: ConditionCheck = () => true,
): Match[] {
  const matches = new Map<OpenSignature, Match>();
  const readLines = lines.map(({ text, english }) => readLine(english ?? text));
  const seen = new Set<string>();
  let comparisons = 0;
  readLines.forEach((current, line) => {
    if (seen.has(current.text)) return;
    seen.add(current.text);
    const around = [readLines[line - 1], current, readLines[line + 1]];
    for (const word of current.words) {
      for (const signature of index.byAnchor.get(word) ?? []) {
        const best = matches.get(signature)?.share ?? 0;
        if (best === 1 || !mayHave(around, signature)) continue;
        if (++comparisons > MAX_COMPARISONS) return;
        const share = shareIn(around, signature);
        if (share >= MIN_SHARE && share > best && holds(signature, line)) {
          matches.set(signature, { signature, share, line });
        }
      }
    }
  });
  return [...matches.values()];
}

/** A line for matching. */
interface ReadLine {
  /** Normalized. */
  text: string;
  words: ReadonlySet<string>;
}

function readLine(line: string): ReadLine {
  const text = normalize(line);
  return { text, words: new Set(wordsOf(text)) };
}

/** False if the weight of the words that the lines lack rules out `MIN_SHARE`, whatever the order of the others. */
function mayHave(
  lines: readonly (ReadLine | undefined)[],
  { pattern, weights, total }: OpenSignature,
): boolean {
  let missing = 0;
  return pattern.words.every(({ text, isComplete }, index) => {
    if (isComplete && !lines.some((line) => line?.words.has(text))) missing += weights[index] ?? 0;
    return missing <= (1 - MIN_SHARE) * total;
  });
}

/** Returns the share of a signature in a line, alone or with one of its neighbors, since messages are wrapped. */
function shareIn(
  [before, line, after]: readonly (ReadLine | undefined)[],
  { pattern, weights, total }: OpenSignature,
): number {
  const text = line?.text ?? '';
  const windows = new Set([
    text,
    joinTexts(before?.text ?? '', text),
    joinTexts(text, after?.text ?? ''),
  ]);
  let share = 0;
  for (const window of windows) {
    if (containsPattern(window, pattern)) return 1;
    share = Math.max(share, commonWeight(pattern.words, weights, wordsOf(window)) / total);
  }
  return Math.min(share, INCOMPLETE);
}
