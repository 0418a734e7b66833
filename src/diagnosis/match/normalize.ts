import type { PasteLine } from '../clean/read-paste.ts';

const WORD = /[a-z0-9_]/;

/** Quotes of programs, languages and terminals. */
const QUOTES = /["`‘’‚‛“”„‟′″´«»「」『』]/g;

/**
 * Normalizes a cleaned text for comparison: lowercase, one kind of quote, and spaces only between words, so that
 * `foo( x )` equals `foo(x)`.
 */
export function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(QUOTES, "'")
    .replace(/\s+/g, ' ')
    .replace(/ (?=[^a-z0-9_ ])|(?<=[^a-z0-9_ ]) /g, '')
    .trim();
}

/** Returns the text of a line that is compared: normalized, and in English if it is localized. */
export function comparedText({ text, english }: PasteLine): string {
  return normalize(english ?? text);
}

/** Joins two normalized texts as if they had been one line. */
export function joinTexts(first: string, second: string): string {
  return isWordAt(first, first.length - 1) && isWordAt(second, 0)
    ? `${first} ${second}`
    : first + second;
}

/** True if the character at an index is part of an ASCII word: a letter, a digit or `_`. */
export function isWordAt(text: string, index: number): boolean {
  return WORD.test(text.charAt(index));
}

const WORDS = /[a-z_][a-z0-9_]*|\d+/g;

/** Returns the words and numbers of a normalized text, in order. */
export function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}
