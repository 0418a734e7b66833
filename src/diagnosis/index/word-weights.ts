import { signatureLine, type Signature } from '../../domain/facts/signature.ts';
import { compilePattern, type Pattern } from '../match/pattern.ts';
import type { IndexedArticle } from './diagnosis-index.ts';

/** Weights are stored in steps of 1/`STEPS` bit as one base-36 digit; the highest is the one of a word in 1 of 3,000 lines. */
const STEPS = 3;
const RADIX = 36;
const MAX_WEIGHT = (RADIX - 1) / STEPS;

/**
 * Returns the weight of a word: its information in bits.
 *
 * @param frequency share of the lines that have the word, between 0 and 1
 */
export function weightOfFrequency(frequency: number): number {
  return Math.min(-Math.log2(frequency), MAX_WEIGHT);
}

interface CompiledSignature {
  declared: Signature;
  pattern: Pattern;
}

const compiled = new WeakMap<readonly Signature[], readonly CompiledSignature[]>();

/** Compiles the lines of the signatures of an article, once: to build an index and to open it takes the same patterns. */
export function compileSignatures(signatures: readonly Signature[]): readonly CompiledSignature[] {
  const known = compiled.get(signatures);
  if (known) return known;
  const patterns = signatures.map((declared) => ({
    declared,
    pattern: compilePattern(signatureLine(declared)),
  }));
  compiled.set(signatures, patterns);
  return patterns;
}

/** Returns the words of each signature, in order. */
export function signatureWords(
  articles: readonly Pick<IndexedArticle, 'signatures'>[],
): string[][] {
  return articles.flatMap(({ signatures }) =>
    compileSignatures(signatures).map(({ pattern }) => pattern.words.map(({ text }) => text)),
  );
}

/** Writes the weights of the words of signatures: a digit for each distinct word, in order of first occurrence. */
export function encodeWeights(
  words: readonly string[][],
  weightOf: (word: string) => number,
): string {
  return Array.from(new Set(words.flat()), (word) =>
    Math.round(weightOf(word) * STEPS).toString(RADIX),
  ).join('');
}

/** Reads what `encodeWeights` wrote for the same signatures. */
export function decodeWeights(words: readonly string[][], digits: string): Map<string, number> {
  return new Map(
    [...new Set(words.flat())].map((word, index) => [
      word,
      parseInt(digits.charAt(index) || '0', RADIX) / STEPS,
    ]),
  );
}
