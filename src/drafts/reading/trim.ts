import { stripHiddenCharacters } from '../../domain/text/characters.ts';

/**
 * A text without the signs at its end. A loop, since a pattern that ends in `$` is tried from every position.
 *
 * @param sign what a single sign must match to be taken away
 */
export function trimEndOf(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A text without such signs at either end. */
export function trimOf(text: string, sign: RegExp): string {
  const rest = trimEndOf(text, sign);
  let start = 0;
  while (start < rest.length && sign.test(rest.charAt(start))) start++;
  return rest.slice(start);
}

/** A text that is too long, cut at a blank unless that would take more than half of it; never inside a character. */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length);
  const blank = short.lastIndexOf(' ');
  return blank > length / 2 ? short.slice(0, blank) : stripHiddenCharacters(short);
}

/** Where the run of signs that ends before `end` begins, at most `reach` signs back. */
export function runStart(text: string, end: number, sign: RegExp, reach: number): number {
  let start = end;
  while (start > 0 && end - start < reach && sign.test(text.charAt(start - 1))) start--;
  return start;
}
