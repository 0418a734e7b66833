import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenIndex, OpenSignature } from '../index/open-index.ts';
import { commonWeight } from './common-words.ts';
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

/** Finds each signature's first complete occurrence, or else its best incomplete one, in a line or across two. */
export function findMatches(lines: readonly PasteLine[], index: OpenIndex): Match[] {
  const matches = new Map<OpenSignature, Match>();
  const texts = lines.map(({ text, english }) => normalize(english ?? text));
  const seen = new Set<string>();
  let comparisons = 0;
  texts.forEach((text, line) => {
    if (seen.has(text)) return;
    seen.add(text);
    const anchored = new Set(wordsOf(text).flatMap((word) => index.byAnchor.get(word) ?? []));
    if (anchored.size === 0) return;
    const windows = windowsAround(texts, line);
    for (const signature of anchored) {
      const best = matches.get(signature)?.share ?? 0;
      if (best === 1 || ++comparisons > MAX_COMPARISONS) continue;
      const share = shareIn(windows, signature);
      if (share >= MIN_SHARE && share > best) matches.set(signature, { signature, share, line });
    }
  });
  return [...matches.values()];
}

/** A text that a signature may be in. */
interface Window {
  text: string;
  words: readonly string[];
}

/** The line alone, and with each of its neighbors, since messages are wrapped; each text once. */
function windowsAround(texts: readonly string[], line: number): Window[] {
  const [before = '', text = '', after = ''] = [texts[line - 1], texts[line], texts[line + 1]];
  const windows = new Set([text, joinTexts(before, text), joinTexts(text, after)]);
  return [...windows].map((window) => ({ text: window, words: wordsOf(window) }));
}

function shareIn(windows: readonly Window[], { pattern, weights, total }: OpenSignature): number {
  if (windows.some(({ text }) => containsPattern(text, pattern))) return 1;
  const shares = windows.map(({ words }) => commonWeight(pattern.words, weights, words) / total);
  return Math.min(Math.max(...shares), INCOMPLETE);
}
