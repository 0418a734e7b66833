import { toEnglish } from './to-english.ts';

/** Encodings as which consoles and editors show the bytes of another one. */
const READ_AS = ['windows-1252', 'gbk'] as const;

/** Encodings in which localized messages are written. */
const WRITTEN_IN = ['utf-8', 'gbk', 'shift_jis', 'big5', 'euc-kr', 'windows-1251'] as const;

/** First and last byte of the pairs of GBK, both for the lead and the trail. */
const [FIRST_LEAD, FIRST_TRAIL, LAST] = [0x81, 0x40, 0xfe];

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * Returns a line whose bytes were read in the wrong encoding as it was written: `ÕÒ²»µ½Ö¸¶¨µÄÄ£¿é` becomes
 * `找不到指定的模块`. To be called before quotes are straightened.
 *
 * @returns `undefined` unless all of the line can be recovered and then has a localized message
 */
export function repairMojibake(line: string): string | undefined {
  if (!/[^\0-\x7f]/.test(line) || toEnglish(line) !== undefined) return undefined;
  for (const wrong of READ_AS) {
    const bytes = encode(line, wrong);
    if (!bytes) continue;
    for (const right of WRITTEN_IN) {
      const repaired = right === wrong ? undefined : decodeStrictly(bytes, right);
      if (repaired !== undefined && toEnglish(repaired) !== undefined) return repaired;
    }
  }
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encode(line: string, encoding: (typeof READ_AS)[number]): Uint8Array | undefined {
  let table = tables.get(encoding);
  if (!table) tables.set(encoding, (table = encodingTable(encoding)));
  const bytes: number[] = [];
  for (const character of line) {
    const code = table.get(character);
    if (!code) return undefined;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

/** Derives the bytes of each character by decoding all bytes, and for GBK all pairs. */
function encodingTable(encoding: (typeof READ_AS)[number]): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte <= 0xff; byte++) add(byte);
  if (encoding === 'windows-1252') {
    // Latin-1 has control characters in the places of quotes and dashes.
    for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCharCode(byte), [byte]);
    return table;
  }
  for (let lead = FIRST_LEAD; lead <= LAST; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST; trail++) add(lead, trail);
  }
  return table;
}
