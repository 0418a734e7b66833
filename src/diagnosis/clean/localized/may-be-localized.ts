import { FOREIGN_WORDS } from './foreign-words.ts';
import { WINDOWS_ERROR } from './windows-errors.ts';

const FOREIGN_LETTER = /[^\P{L}A-Za-z]/u;

const FOREIGN_WORD = new RegExp(`\\b(?:${FOREIGN_WORDS.join('|')})`);

/** True where a line may have a localized message; false for almost all English lines. Misses none. */
export function mayBeLocalized(line: string): boolean {
  return FOREIGN_LETTER.test(line) || line.includes(WINDOWS_ERROR) || FOREIGN_WORD.test(line);
}
