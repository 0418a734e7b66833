import { SourceError } from './source-error.ts';

/** How a page names its encoding. */
const CHARSET = /charset ?= ?["']?([\w-]{2,20})/i;

/** Bytes of a page that are looked through for the name of its encoding. */
const HEAD_LENGTH = 4_096;

/**
 * The text of a file: UTF-8, UTF-16, or what the page itself names; else GB 18030, in which pages of Chinese
 * blogs are saved. Bytes that fit nothing become replacement characters.
 *
 * @throws SourceError for a file that is no text at all
 */
export function decodeSource(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) {
    throw new SourceError('found a file that is no text; text, Markdown, HTML or JSON is needed');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
    return decoderFor(CHARSET.exec(head)?.[1] ?? 'gb18030').decode(bytes);
  }
}

/** UTF-16 by its mark, or by the zeros in every other byte of Latin letters; `undefined` for anything else. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD_LENGTH);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
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
