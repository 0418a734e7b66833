import { decodeText } from '../domain/text/decode-text.ts';

/** A source that cannot be read; the message names the reason in one line. */
export class SourceError extends Error {}

/** Encoding that a page declares. */
const CHARSET = /charset ?= ?["']?([\w-]{2,20})/i;

/** Length of the beginning searched for the declared encoding, in bytes. */
const HEAD_LENGTH = 4_096;

/**
 * Decodes a source: UTF-8, UTF-16, the encoding that a page declares, or else the one that gives usual text. Invalid
 * bytes become replacement characters.
 *
 * @throws {SourceError} for a binary file
 */
export function decodeSource(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (!decoded) {
    throw new SourceError('found a file that is not text; text, Markdown, HTML or JSON is needed');
  }
  if (decoded.encoding.startsWith('utf-')) return decoded.text;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
  const declared = CHARSET.exec(head)?.[1];
  try {
    return declared === undefined ? decoded.text : new TextDecoder(declared).decode(bytes);
  } catch {
    return decoded.text;
  }
}
