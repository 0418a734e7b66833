import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The way in which a message is hashed. It stands in the address, since programs print addresses that they have computed
 * themselves: another way gets another number, and the addresses of this one stay.
 */
export const MESSAGE_HASH_VERSION = 1;

/** A longer message is cut before it is read. */
const MAX_READ = 4000;

/** Hexadecimal digits kept of the SHA-256. */
const DIGITS = 16;

const PLACEHOLDER = /<[^<>\n]{1,100}>/g;
const PATH = /[/\\]/;
const NUMBER = /0x[0-9a-f]+|\d+/gi;
const NEITHER_WORD_NOR_GAP = /[^\p{L}_#]+/gu;

/** A frame of a traceback belongs to every fault in Python. */
const FRAME = /^file # line\b/;

/** Two such words say enough to be looked up by; `in # at` does not. */
const TELLING_WORD = /[\p{L}_]{4}/u;

/**
 * What a message says without what differs from machine to machine: placeholders, paths and numbers become `#`, of the
 * rest letters and `_` stay, in small letters, words parted by one blank, one `#` for several in a row.
 */
export function normalizedMessage(message: string): string {
  return message
    .slice(0, MAX_READ)
    .replace(PLACEHOLDER, '#')
    .split(/\s+/)
    .map((word) => (PATH.test(word) ? '#' : word))
    .join(' ')
    .replace(NUMBER, '#')
    .toLowerCase()
    .replace(NEITHER_WORD_NOR_GAP, ' ')
    .trim()
    .replace(/#(?: ?#)+/g, '#');
}

/**
 * The hash by which a message is looked up under `/e/1/`: the first 16 hexadecimal digits of the SHA-256 of the
 * normalized message in UTF-8; `undefined` where too little is left to be looked up by.
 */
export function messageHash(message: string): string | undefined {
  const normalized = normalizedMessage(message);
  const telling = normalized.split(' ').filter((word) => TELLING_WORD.test(word));
  if (telling.length < 2 || FRAME.test(normalized)) return undefined;
  return bytesToHex(sha256(utf8ToBytes(normalized))).slice(0, DIGITS);
}
