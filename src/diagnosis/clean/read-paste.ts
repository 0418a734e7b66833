import { cleanLine } from './clean-line.ts';
import { unescapeLines } from './unescape.ts';

/** A line of a paste, cleaned. */
export interface PasteLine {
  /** 1-based, in the original paste. */
  number: number;
  text: string;
  /** The line with its localized messages in English, if it has any; of a bare name, the message that reports it as missing. */
  english?: string;
  /** True for a paste that is nothing but a name, see `readBareName`. */
  isBareName?: true;
}

/** Reads localized messages; each function returns `undefined` for a line without any. */
export interface Localization {
  toEnglish(line: string): string | undefined;
  /** Returns a line that was decoded in the wrong encoding as it was written. */
  repairMojibake(line: string): string | undefined;
}

export interface ReadPaste {
  lines: PasteLine[];
  /** True when the paste was longer than `MAX_PASTE_LENGTH`. */
  truncated: boolean;
}

/** Maximum length that is read, in UTF-16 units. */
export const MAX_PASTE_LENGTH = 5 * 1024 * 1024;

/** Longer lines, such as minified files or base64, are split into pieces of this length. */
const MAX_LINE_LENGTH = 2_000;

const NOT_ASCII = /[\u0080-\uffff]/;

/** Maximum number of lines with an attempt to repair their encoding, which takes about 0.1 ms each (chosen). */
const MAX_REPAIRED_LINES = 200;

/** Widths at which terminals and image builders break lines in the middle of a word. */
const TERMINAL_WIDTHS = new Set([76, 79, 80, 81, 100, 120, 132]);

/**
 * Splits a paste into cleaned lines that are not empty. A line with escaped newlines becomes several lines of the same
 * number. Runs in linear time for any input.
 *
 * @param localization without it, lines have no English
 */
export function readPaste(paste: string, localization?: Localization): ReadPaste {
  const truncated = paste.length > MAX_PASTE_LENGTH;
  const raw = (truncated ? paste.slice(0, MAX_PASTE_LENGTH) : paste).split(
    /\r\n|[\n\r\u2028\u2029]/,
  );
  let repaired = 0;
  const repair = (line: string) => {
    if (!localization || !NOT_ASCII.test(line) || ++repaired > MAX_REPAIRED_LINES) return line;
    return localization.repairMojibake(line) ?? line;
  };
  const lines: PasteLine[] = [];
  let previous: string | undefined;
  for (const { number, text } of joinWrapped(raw)) {
    // Progress bars and retries repeat a line many times.
    if (text === previous) continue;
    previous = text;
    for (const piece of pieces(text)) {
      for (const inner of unescapeLines(piece)) {
        const cleaned = cleanLine(repair(inner));
        if (cleaned === '') continue;
        const english = localization?.toEnglish(cleaned);
        lines.push({ number, text: cleaned, ...(english !== undefined && { english }) });
      }
    }
  }
  return { lines, truncated };
}

/**
 * Joins lines that a terminal may have wrapped in the middle of a word. The lines follow by themselves, since a line may
 * also have this length by chance.
 */
function joinWrapped(raw: readonly string[]): { number: number; text: string }[] {
  const result: { number: number; text: string }[] = [];
  for (let start = 0; start < raw.length;) {
    const end = endOfWrapped(raw, start);
    const rows = raw.slice(start, end);
    if (rows.length > 1) result.push({ number: start + 1, text: rows.join('') });
    rows.forEach((text, row) => result.push({ number: start + row + 1, text }));
    start = end;
  }
  return result;
}

/** Returns the index after the last row of the line that begins at `start`. */
function endOfWrapped(raw: readonly string[], start: number): number {
  let end = start + 1;
  let length = raw[start]?.length ?? 0;
  while (end < raw.length && length <= MAX_LINE_LENGTH && isWrapped(raw[end - 1], raw[end])) {
    length += raw[end]?.length ?? 0;
    end += 1;
  }
  return end;
}

function isWrapped(row = '', next = ''): boolean {
  return TERMINAL_WIDTHS.has(row.length) && /\w$/.test(row) && /^\w/.test(next);
}

function pieces(line: string): string[] {
  if (line.length <= MAX_LINE_LENGTH) return [line];
  const found: string[] = [];
  for (let start = 0; start < line.length;) {
    const piece = line.slice(start, start + MAX_LINE_LENGTH);
    // Split at a space, unless the last one is too far away.
    const space = piece.lastIndexOf(' ');
    const isLast = start + MAX_LINE_LENGTH >= line.length;
    const end = isLast || space < MAX_LINE_LENGTH / 2 ? piece.length : space;
    found.push(piece.slice(0, end));
    start += end;
  }
  return found;
}
