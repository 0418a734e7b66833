import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenIndex, OpenSignature } from '../index/open-index.ts';
import { commonWeight } from './common-words.ts';
import { captureName } from './capture-name.ts';
import type { ConditionCheck } from './conditions.ts';
import { comparedText, joinTexts, wordsOf } from './normalize.ts';
import { containsPattern } from './pattern.ts';

/** A signature found in a paste. */
export interface Match {
  signature: OpenSignature;
  /** Share of the signature's weight that was found; 1 only for the complete signature. */
  share: number;
  /** Index of the line among the cleaned lines. */
  line: number;
  /** Of a signature with a lookup, the name that has to be in its table. */
  name?: string;
}

/** Maximum number of names found for one signature. A build that lacks more of them stops earlier. Chosen. */
const MAX_NAMES = 20;

/** Lines of tests that a build makes to see what a system has. What they lack is no error. */
const CONFIGURE_CHECK =
  /conftest|configtest|cmakescratch|cmaketmp|trycompile|meson-private|testfile\./;

/**
 * Minimum share of a signature's weight: the tenth that may differ is what releases and compilers vary. With 0.8 more
 * errors that the library does not know are answered than known ones gained (measured on 2026-11-30).
 */
const MIN_SHARE = 0.9;

/** The highest share of a signature that is not complete. */
const INCOMPLETE = 0.99;

/**
 * Maximum number of steps: pairs of words that are compared. A log of a megabyte takes less than a million. Only a text made
 * of the words of many long signatures reaches the limit, after about 0.1 s; the rest of it is not compared.
 */
const MAX_STEPS = 8_000_000;

/** Mean length of a word with what follows it, to estimate the number of words in a text. */
const WORD_LENGTH = 5;

/**
 * Finds each signature's first complete occurrence, or else its best incomplete one, in a line or across two. Of a
 * signature with a lookup, it finds the first complete occurrence with each name.
 *
 * @param holds whether the conditions of a signature hold at a line; all do if left out
 */
export function findMatches(
  lines: readonly PasteLine[],
  index: OpenIndex,
  holds: ConditionCheck = () => true,
): Match[] {
  const found = new FoundMatches(holds);
  const texts = lines.map(comparedText);
  const seen = new Set<string>();
  let steps = 0;
  texts.forEach((text, line) => {
    if (steps > MAX_STEPS || seen.has(text)) return;
    seen.add(text);
    const anchored = signaturesAnchoredIn(text, index);
    if (anchored.size === 0) return;
    const around = [texts[line - 1], text, texts[line + 1]].join(' ');
    const words = (around.length + text.length) / WORD_LENGTH;
    const windows = once(() => windowsAround(texts, line));
    for (const signature of anchored) {
      steps += signature.pattern.words.length;
      if (steps > MAX_STEPS) return;
      if (found.hasBest(signature) || !mayHave(around, signature)) continue;
      steps += signature.pattern.words.length * words;
      // The same text may have other neighbors further down.
      if (!found.add(signature, windows(), line)) seen.delete(text);
    }
  });
  return found.all();
}

/** The best match of each signature so far. */
class FoundMatches {
  readonly #holds: ConditionCheck;
  readonly #matches = new Map<OpenSignature, Match>();
  /** Matches of signatures with a lookup, by name. */
  readonly #named = new Map<OpenSignature, Map<string, Match>>();

  constructor(holds: ConditionCheck) {
    this.#holds = holds;
  }

  /** True if no other line can have a better match. */
  hasBest(signature: OpenSignature): boolean {
    return signature.placeholder === undefined
      ? this.#matches.get(signature)?.share === 1
      : this.#named.get(signature)?.size === MAX_NAMES;
  }

  /** Adds the match of a signature in one of the texts, if it has one that is better. Returns false if only its conditions fail. */
  add(signature: OpenSignature, windows: readonly Window[], line: number): boolean {
    if (signature.placeholder !== undefined) return this.#addNamed(signature, windows, line);
    const share = shareIn(windows, signature);
    const best = this.#matches.get(signature)?.share ?? 0;
    if (share < MIN_SHARE || share <= best) return true;
    if (!this.#holds(signature, line)) return false;
    this.#matches.set(signature, { signature, share, line });
    return true;
  }

  #addNamed(signature: OpenSignature, windows: readonly Window[], line: number): boolean {
    const names = this.#named.get(signature) ?? new Map<string, Match>();
    this.#named.set(signature, names);
    const name = nameIn(windows, signature);
    if (name === undefined || names.has(name)) return true;
    if (!this.#holds(signature, line)) return false;
    names.set(name, { signature, share: 1, line, name });
    return true;
  }

  all(): Match[] {
    return [
      ...this.#matches.values(),
      ...[...this.#named.values()].flatMap((own) => [...own.values()]),
    ];
  }
}

/** Returns a function that computes a value when it is first called. */
function once<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}

function signaturesAnchoredIn(text: string, { byAnchor }: OpenIndex): Set<OpenSignature> {
  const anchored = new Set<OpenSignature>();
  for (const word of wordsOf(text)) {
    for (const signature of byAnchor.get(word) ?? []) anchored.add(signature);
  }
  return anchored;
}

/** False if the weight of the words that a text lacks rules out `MIN_SHARE`, whatever the order of the others. */
function mayHave(text: string, { pattern, weights, total }: OpenSignature): boolean {
  let missing = 0;
  return pattern.words.every((word, index) => {
    if (!text.includes(word.text)) missing += weights[index] ?? 0;
    return missing <= (1 - MIN_SHARE) * total;
  });
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
  return Array.from(windows, (window) => ({ text: window, words: wordsOf(window) }));
}

/** Returns the name in the first text with a signature; `undefined` if none has it, or no name. */
function nameIn(windows: readonly Window[], signature: OpenSignature): string | undefined {
  const { pattern, placeholder = '' } = signature;
  for (const { text } of windows) {
    const name = CONFIGURE_CHECK.test(text) ? undefined : captureName(text, pattern, placeholder);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Returns the highest share of a signature in one of the texts. */
function shareIn(windows: readonly Window[], { pattern, weights, total }: OpenSignature): number {
  if (windows.some(({ text }) => containsPattern(text, pattern))) return 1;
  const shares = windows.map(({ words }) => commonWeight(pattern.words, weights, words) / total);
  return Math.min(Math.max(...shares), INCOMPLETE);
}
