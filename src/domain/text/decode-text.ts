import { detectEncoding, type TextEncoding } from './detect-encoding.ts';
import { isBinary } from './is-binary.ts';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** A log, decoded and cut to a length that can be diagnosed. */
export interface ReadLog extends DecodedText {
  /** Number of bytes in the middle that were left out; 0 for all but large files. */
  leftOut: number;
}

/** Size up to which all of a log is read, in bytes. Of a larger one both ends are, where environment and error are. */
export const MAX_LOG_BYTES = 5_000_000;

/**
 * Decodes a text in any encoding that consoles write: UTF-8, UTF-16 (Windows PowerShell) and those of old consoles.
 * Invalid bytes become replacement characters.
 *
 * @returns `undefined` for data that is not text, such as a program or an archive
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const encoding = detectEncoding(bytes);
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) return undefined;
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * Reads a log: all of it, or of one larger than `MAX_LOG_BYTES` the beginning and the end in whole lines, with a line
 * between them that says how much is missing.
 *
 * @returns `undefined` for data that is not text
 */
export async function readLog(file: Blob): Promise<ReadLog | undefined> {
  if (file.size <= MAX_LOG_BYTES) {
    const decoded = decodeText(await bytesOf(file));
    return decoded && { ...decoded, leftOut: 0 };
  }
  const half = MAX_LOG_BYTES / 2;
  // The units of UTF-16 begin at even places.
  const end = file.size - half + (file.size % 2);
  const bytes = await bytesOf(new Blob([file.slice(0, half), file.slice(end)]));
  const encoding = decodeText(bytes)?.encoding;
  if (encoding === undefined) return undefined;
  const decoder = new TextDecoder(encoding);
  const leftOut = end - half;
  const text = [
    withoutLastLine(decoder.decode(bytes.subarray(0, half))),
    `[... ${(leftOut / 1_000_000).toFixed(1)} MB left out ...]`,
    withoutFirstLine(decoder.decode(bytes.subarray(half))),
  ].join('\n');
  return { text, encoding, leftOut };
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

function withoutLastLine(text: string): string {
  const end = text.lastIndexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

function withoutFirstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(end + 1);
}
