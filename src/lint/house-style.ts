import { phrases } from './house-style-phrases.ts';
import { lineAt } from './positions.ts';

/** A phrase of our own prose that should be reworded. */
export interface StyleMessage {
  /** 1-based. */
  line: number;
  found: string;
  wanted: string;
}

/** A line break with the indentation and comment marker of the next line. */
const LINE_BREAK = /\n[ \t]*(?:(?:\*(?!\/)|\/\/|#)[ \t]*)?/g;

/**
 * Finds phrases that the house style avoids, in any text: Markdown, or source code with its comments and strings.
 *
 * @returns messages by line
 * @example checkHouseStyle('// It hangs on the version.') // [{ line: 1, found: 'hangs on', wanted: '"depends on"' }]
 */
export function checkHouseStyle(text: string): StyleMessage[] {
  // Same length, so that offsets stay valid.
  const joined = text.replace(LINE_BREAK, (lineBreak) => ' '.repeat(lineBreak.length));
  return phrases
    .flatMap(({ pattern, wanted }) =>
      [...joined.matchAll(pattern)].map(({ index, 0: found }) => ({
        line: lineAt(text, index),
        found: found.replace(/\s+/g, ' ').trim(),
        wanted,
      })),
    )
    .sort((a, b) => a.line - b.line);
}
