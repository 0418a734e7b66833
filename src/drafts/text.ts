import { stripHiddenCharacters } from '../domain/text/characters.ts';

/** Cuts a text at a space, or inside a word if that would take more than half of it; never inside a character. */
export function truncateAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length);
  const space = short.lastIndexOf(' ');
  return space > length / 2 ? short.slice(0, space) : stripHiddenCharacters(short);
}

/** Returns the start of the run of characters that ends before `end`, at most `reach` characters back. */
export function runStart(text: string, end: number, character: RegExp, reach: number): number {
  let start = end;
  while (start > 0 && end - start < reach && character.test(text.charAt(start - 1))) start--;
  return start;
}

/** Removes the characters at the end. A loop: a pattern that ends in `$` would be tried at every position. */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Character pairs that enclose a quotation. */
const QUOTES: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  '“': '”',
  '「': '」',
  "'": "'",
};
const MIN_QUOTE_LENGTH = 8;
const MAX_QUOTE_LENGTH = 400;

/** Returns what a text quotes, outermost first. An apostrophe inside a word is not a quotation mark. */
export function quotationsIn(text: string): string[] {
  const found: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const open = text.charAt(index);
    const close = QUOTES[open];
    if (close === undefined || (open === "'" && /\w/.test(text.charAt(index - 1)))) continue;
    const length = text.slice(index + 1, index + 2 + MAX_QUOTE_LENGTH).indexOf(close);
    if (length < MIN_QUOTE_LENGTH) continue;
    found.push(text.slice(index + 1, index + 1 + length).trim());
    index += length + 1;
  }
  return found;
}
