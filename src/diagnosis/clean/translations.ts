import { toEnglish } from './localized/to-english.ts';

export { toEnglish };

/** Replaces localized messages of a line by their English wording. */
export function appendEnglish(line: string): string {
  return toEnglish(line) ?? line;
}
