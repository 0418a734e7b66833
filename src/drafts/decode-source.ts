/** A source that cannot be read; the message names the reason in one line. */
export class SourceError extends Error {}

/** Encoding that a page declares. */
const CHARSET = /charset ?= ?["']?([\w-]{2,20})/i;

/** Bytes searched for zeros and for the declared encoding. */
const HEAD_LENGTH = 4_096;

/**
 * Decodes UTF-8, UTF-16 and what a page declares, else GB 18030, the usual encoding of saved Chinese pages. Invalid
 * bytes become replacement characters.
 *
 * @throws {SourceError} for a binary file
 */
export function decodeSource(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) {
    throw new SourceError('found a file that is not text; text, Markdown, HTML or JSON is needed');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
    return decoderFor(CHARSET.exec(head)?.[1] ?? 'gb18030').decode(bytes);
  }
}

/** Recognizes UTF-16 by its byte order mark, or by the zeros in every other byte of Latin letters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD_LENGTH);
  const zeros = (parity: number) =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > head.length / 8 && even === 0) return 'utf-16le';
  return even > head.length / 8 && odd === 0 ? 'utf-16be' : undefined;
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder('gb18030');
  }
}
