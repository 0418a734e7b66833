import { Lexer } from 'yaml';
import { DRAFT_MARK, NOTE, UNCHECKED } from '../../domain/facts/draft-markers.ts';
import type { Problem } from '../../domain/facts/problems.ts';

/** Source that a draft was made from. It stays on the author's machine and is not part of the library. */
export const sourceFile = 'SOURCE.md';

const FOUND_LENGTH = 60;

/** Matches a top-level key of the front matter. */
const FIELD = /^([a-z_]+):/;

/** Matches a mark with its instruction: `TODO-DRAFT: the mechanism, in your own words.` */
const ASKED = new RegExp(`${DRAFT_MARK}(?:: ([^"]+))?`);

/**
 * Reports what is unfinished in a draft: facts marked `# check`, texts with the draft mark, and notes.
 *
 * @param source whole file
 * @param bodyLine line (1-based) on which the text begins
 */
export function draftMarks(file: string, source: string, bodyLine: number): Problem[] {
  const isDraft = [DRAFT_MARK, `\n${NOTE}`].some((mark) => source.includes(mark));
  if (!isDraft && !UNCHECKED.test(source)) return [];
  const lines = source.split('\n');
  const unchecked = uncheckedLines(lines.slice(1, bodyLine - 2).join('\n'));
  const notes = noteLines(lines.slice(0, bodyLine - 1));
  const problems: Problem[] = [];
  let field = 'front matter';
  lines.forEach((text, at) => {
    const line = at + 1;
    const isFact = line < bodyLine;
    if (isFact) field = FIELD.exec(text)?.[1] ?? field;
    if (line === notes[0]) {
      problems.push({
        file,
        line,
        field: 'front matter',
        found: `${notes.length} ${notes.length === 1 ? 'line' : 'lines'} of notes beginning with ${NOTE}`,
        allowed: 'no notes; delete them once the text is written',
      });
    } else if (isFact && text.startsWith(NOTE)) {
      return;
    } else if (text.includes(DRAFT_MARK)) {
      const asked = ASKED.exec(text)?.[1]?.trim();
      problems.push({
        file,
        line,
        field: isFact ? field : 'text',
        found: `text that is not written yet (${DRAFT_MARK})`,
        allowed: asked ?? (isFact ? 'the finished fact' : 'the finished text'),
      });
    } else if (isFact && unchecked.has(at)) {
      const note = unchecked.get(at);
      problems.push({
        file,
        line,
        field,
        found: `${JSON.stringify(cut(valueOf(text)))}, marked # check`,
        allowed: `the value confirmed upstream, without the mark${note ? ` (${note})` : ''}`,
      });
    }
  });
  return problems.map((problem) => ({ ...problem, isUnfinished: true }));
}

/** Returns the lines (1-based) with notes in the front matter. */
function noteLines(lines: readonly string[]): number[] {
  return lines.flatMap((text, at) => (text.startsWith(NOTE) ? [at + 1] : []));
}

/** Maps lines of YAML (1-based) with a `# check` comment to its text. A `#` inside quotes is not a comment. */
function uncheckedLines(yaml: string): Map<number, string> {
  const lines = new Map<number, string>();
  let line = 1;
  for (const lexeme of new Lexer().lex(yaml)) {
    const asked = lexeme.startsWith('#') && !lexeme.startsWith(NOTE) && UNCHECKED.exec(lexeme);
    if (asked) lines.set(line, asked[1]?.trim() ?? '');
    line += lexeme.split('\n').length - 1;
  }
  return lines;
}

/** Returns the value on a line, without key and comment. */
function valueOf(text: string): string {
  const comment = text.search(/ #\s?(?:read|check)\b/);
  return text.slice(0, comment < 0 ? text.length : comment).replace(/^ *(?:- |[a-z_]+: )/, '');
}

function cut(text: string): string {
  const plain = text.trim();
  return plain.length > FOUND_LENGTH ? `${plain.slice(0, FOUND_LENGTH)}...` : plain;
}
