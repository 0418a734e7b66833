import { codeLanguage } from './line-kinds.ts';

/** Fewer numbers in a row may be a list. */
const MIN_COLUMN = 2;
const MIN_GUTTER = 3;

const NUMBER = /^\s*(\d{1,4})\.?\s*$/;

/** A number before a line of code: `12 import os`, `12. import os`, `12import os`. */
const NUMBERED = /^\s{0,4}(\d{1,4})(?:[.|:]?\s|(?=[A-Za-z_@#"'>}]))(.*)$/;

/** Numbers one after the other on one line: `1 2 3 4`, `1.2.3.4.`. */
const RUN = /^\s*1(?:[.\s]+\d{1,3})+\.?\s*$/;

/**
 * Takes away the line numbers that come along when code is copied from a page: as a column of their own, run together
 * on one line, or at the beginning of each line.
 *
 * @returns the lines; `undefined` for those that were numbers only
 */
export function withoutLineNumbers(lines: readonly string[]): (string | undefined)[] {
  const cleaned: (string | undefined)[] = [...lines];
  for (let at = 0; at < lines.length;) {
    const column = runLength(lines, at, numberAlone);
    if (column >= MIN_COLUMN) {
      cleaned.fill(undefined, at, at + column);
      at += column;
      // The last number may stand before the first line of code.
      const glued = NUMBERED.exec(lines[at] ?? '');
      if (Number(glued?.[1]) === column + 1) cleaned[at++] = glued?.[2] ?? '';
      continue;
    }
    const gutter = runLength(lines, at, numberBefore);
    if (gutter >= MIN_GUTTER && isMostlyCode(lines.slice(at, at + gutter))) {
      for (let line = at; line < at + gutter; line++) {
        cleaned[line] = NUMBERED.exec(lines[line] ?? '')?.[2] ?? '';
      }
      at += gutter;
      continue;
    }
    if (isCount(lines[at] ?? '')) cleaned[at] = undefined;
    at++;
  }
  return cleaned;
}

/** How many lines from `start` on carry 1, 2, 3 ... as `read` finds it. */
function runLength(
  lines: readonly string[],
  start: number,
  read: (line: string) => number | undefined,
): number {
  let length = 0;
  while (read(lines[start + length] ?? '') === length + 1) length++;
  return length;
}

function numberAlone(line: string): number | undefined {
  const digits = NUMBER.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function numberBefore(line: string): number | undefined {
  const digits = NUMBERED.exec(line)?.[1] ?? NUMBER.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A numbered list is made of sentences. */
function isMostlyCode(lines: readonly string[]): boolean {
  const rests = lines.map((line) => NUMBERED.exec(line)?.[2]?.trim() ?? '').filter(Boolean);
  return rests.filter((rest) => codeLanguage(rest) !== undefined).length * 2 >= rests.length;
}

/** `1 2 3 4`, each one more than the one before. */
function isCount(line: string): boolean {
  if (line.length > 400 || !RUN.test(line)) return false;
  const numbers = line
    .split(/[.\s]+/)
    .filter(Boolean)
    .map(Number);
  return numbers.length > MIN_COLUMN && numbers.every((number, at) => number === at + 1);
}
