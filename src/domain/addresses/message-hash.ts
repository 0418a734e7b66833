import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Version of the hash, a part of the address. Programs print addresses that they compute themselves, so a change of the
 * algorithm gets a new number and the old addresses stay.
 */
export const MESSAGE_HASH_VERSION = 1;

/** Longer messages are cut, in UTF-16 units. */
const MAX_LENGTH = 4000;

/** Hexadecimal digits of the SHA-256 that are kept. */
const DIGITS = 16;

const PLACEHOLDER = /<[^<>\n]{1,100}>/g;
const PATH = /[/\\]/;
const NUMBER = /0x[0-9a-f]+|\d+/gi;
const PUNCTUATION = /[^\p{L}_#]+/gu;

/** A frame of a traceback identifies no fault. */
const FRAME = /^file # line\b/;

/** A message needs two words of four letters; `in # at` has none. */
const WORD = /[\p{L}_]{4}/u;
const MIN_WORDS = 2;

/**
 * Removes from a message what differs between machines: placeholders, paths and numbers become `#`, several in a row
 * become one, other characters than letters and `_` are dropped, and the rest is lowercase with single spaces.
 */
export function normalizedMessage(message: string): string {
  return message
    .slice(0, MAX_LENGTH)
    .replace(PLACEHOLDER, '#')
    .split(/\s+/)
    .map((word) => (PATH.test(word) ? '#' : word))
    .join(' ')
    .replace(NUMBER, '#')
    .toLowerCase()
    .replace(PUNCTUATION, ' ')
    .trim()
    .replace(/#(?: ?#)+/g, '#');
}

/**
 * Hashes a message for its address under `/e/1/`: the first 16 hexadecimal digits of the SHA-256 of the normalized message
 * in UTF-8.
 *
 * @returns `undefined` for a message without enough words and for a frame of a traceback
 */
export function messageHash(message: string): string | undefined {
  const normalized = normalizedMessage(message);
  const words = normalized.split(' ').filter((word) => WORD.test(word));
  if (words.length < MIN_WORDS || FRAME.test(normalized)) return undefined;
  return bytesToHex(sha256(utf8ToBytes(normalized))).slice(0, DIGITS);
}
