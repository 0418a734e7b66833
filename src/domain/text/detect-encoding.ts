/** Encodings of logs, by the names of the Encoding Standard. */
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'euc-kr'
  | 'gb18030'
  | 'shift_jis'
  | 'big5'
  | 'windows-1251'
  | 'ibm866'
  | 'windows-1252';

/** An encoding of old consoles, and what tells text in it from bytes of another encoding. */
interface LegacyEncoding {
  encoding: TextEncoding;
  /** Characters beyond ASCII that its languages use every day. */
  usual: RegExp;
  /** Bytes of the everyday ideographs: the first and last lead byte. */
  ideographs?: readonly [first: number, last: number];
  /** Sequences that its languages don't have. */
  odd?: RegExp;
  /** Characters without which a text is not in its language. */
  needed?: RegExp;
}

/** In a tie the earlier one wins. The last is the fallback: it decodes any bytes. */
const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  { encoding: 'euc-kr', usual: /[\uac00-\ud7a3]/gu, needed: /[다니습는을를에의]/u },
  { encoding: 'gb18030', usual: /[\u3001-\u3011\uff01-\uff5e“”‘’…—]/gu, ideographs: [0xb0, 0xd7] },
  { encoding: 'shift_jis', usual: /[\u3001-\u3011\u3040-\u30ff]/gu, ideographs: [0x88, 0x97] },
  { encoding: 'big5', usual: /[\u3001-\u3011\uff01-\uff5e]/gu, ideographs: [0xa4, 0xc6] },
  { encoding: 'windows-1251', usual: /[а-яё«»—]/giu, odd: /[a-z][а-яё]|[а-яё][a-z]/giu },
  { encoding: 'ibm866', usual: /[а-яё]/giu, odd: /[a-z][а-яё]|[а-яё][a-z]/giu },
  { encoding: 'windows-1252', usual: /[à-ÿß„“”‘’«»–]/giu, odd: /[à-ÿß]{3}/giu },
];

/** Length of the part by which the encoding is detected, in bytes (chosen). */
const SAMPLE_LENGTH = 16_384;

const NEW_LINE = 0x0a;
const FIRST_BEYOND_ASCII = 0x80;

/** Share of UTF-16 units with a zero for their high byte in a log, at least (chosen: messages are mostly ASCII). */
const MIN_ASCII_UNITS = 0.3;

/** Share of units with a zero for their low byte, at most: characters such as U+0100 are rare (chosen). */
const MAX_ROUND_UNITS = 0.05;

/** Share of valid characters beyond ASCII from which a text with stray bytes is still UTF-8 (chosen). */
const MIN_UTF8_SHARE = 0.9;

/** Weight of a character or sequence that its encoding does not explain; a usual character counts 1 (chosen). */
const PENALTY = 2;

/** Returns the encoding of a text: by its byte-order mark, else by which decoding gives usual text. */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  return (
    markedEncoding(bytes) ??
    unmarkedUtf16(bytes.subarray(0, SAMPLE_LENGTH)) ??
    encodingOf(sampleOf(bytes))
  );
}

/** Returns the part from the first line that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= FIRST_BEYOND_ASCII),
  );
  const start = bytes.lastIndexOf(NEW_LINE, first) + 1;
  return bytes.subarray(start, Math.max(first, start) + SAMPLE_LENGTH);
}

function encodingOf(sample: Uint8Array): TextEncoding {
  return isUtf8(sample) ? 'utf-8' : bestLegacy(sample);
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return undefined;
}

function unmarkedUtf16(sample: Uint8Array): TextEncoding | undefined {
  const units = Math.floor(sample.length / 2);
  let [even, odd] = [0, 0];
  for (let index = 0; index < units * 2; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const isAscii = (zeros: number) => zeros > 0 && zeros >= units * MIN_ASCII_UNITS;
  const isRare = (zeros: number) => zeros <= units * MAX_ROUND_UNITS;
  if (isAscii(odd) && isRare(even)) return 'utf-16le';
  if (isAscii(even) && isRare(odd)) return 'utf-16be';
  return undefined;
}

function isUtf8(sample: Uint8Array): boolean {
  // With `stream`, a character that the end of the sample cuts is not an error.
  const text = new TextDecoder().decode(sample, { stream: sample.length >= SAMPLE_LENGTH });
  const others = count(text, /[^\0-\x7f]/gu);
  return others - count(text, /\ufffd/gu) >= others * MIN_UTF8_SHARE;
}

function bestLegacy(sample: Uint8Array): TextEncoding {
  let best: TextEncoding = 'windows-1252';
  let highest = 0;
  for (const legacy of LEGACY_ENCODINGS) {
    const found = score(sample, legacy);
    if (found > highest) [best, highest] = [legacy.encoding, found];
  }
  return best;
}

/** Returns the share of usual characters among those beyond ASCII, less a penalty for the others: at most 1. */
function score(
  sample: Uint8Array,
  { encoding, usual, ideographs, odd, needed }: LegacyEncoding,
): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  if (needed && !needed.test(text)) return 0;
  const others = text.match(/[^\0-\x7f]/gu) ?? [];
  const everyday = ideographs && everydayIdeographs(encoding, ideographs);
  const found =
    count(text, usual) + (everyday ? others.filter((one) => everyday.has(one)).length : 0);
  const unexplained = others.length - found + (odd ? count(text, odd) : 0);
  return (found - PENALTY * unexplained) / others.length;
}

/** Returns the ideographs of the first level of a standard, which orders them by how common they are. */
function everydayIdeographs(
  encoding: TextEncoding,
  [first, last]: readonly [number, number],
): Set<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    for (let trail = encoding === 'gb18030' ? 0xa1 : 0x40; trail <= 0xfc; trail++) {
      if (trail !== 0x7f) bytes.push(lead, trail);
    }
  }
  return new Set(
    new TextDecoder(encoding).decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu),
  );
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
