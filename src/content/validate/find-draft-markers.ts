import { Lexer } from 'yaml';
import { DRAFT_MARK, NOTE, UNCHECKED } from '../../domain/facts/draft-markers.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** What a draft was made from: beside the article on the writer's machine, no part of the library. */
export const sourceFile = 'SOURCE.md';

const FOUND_LENGTH = 60;

/** A key of the front matter itself, not of a mapping inside it. */
const FIELD = /^([a-z_]+):/;

/** What a mark asks for: `TODO-DRAFT: the mechanism, in your own words.` */
const ASKED = new RegExp(`${DRAFT_MARK}(?:: ([^"]+))?`);

/**
 * What a draft still asks of its writer: each fact marked `# check`, each text that begins with the mark of drafts, the
 * notes. A draft that is published as the command wrote it has many.
 *
 * @param source the whole file
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
        found: `${notes.length} lines of notes that begin with ${NOTE}`,
        allowed: 'none in a finished article; delete them when its text is written',
      });
    } else if (isFact && text.startsWith(NOTE)) {
      return;
    } else if (text.includes(DRAFT_MARK)) {
      const asked = ASKED.exec(text)?.[1]?.trim();
      problems.push({
        file,
        line,
        field: isFact ? field : 'text',
        found: `what is not written yet (${DRAFT_MARK})`,
        allowed: asked ?? (isFact ? 'the finished fact' : 'the finished text'),
      });
    } else if (isFact && unchecked.has(at)) {
      const note = unchecked.get(at);
      problems.push({
        file,
        line,
        field,
        found: `${JSON.stringify(truncate(valueOf(text).trim(), FOUND_LENGTH))}, marked # check`,
        allowed: `the value that upstream bears out, without the mark${note ? ` (${note})` : ''}`,
      });
    }
  });
  return problems.map((problem) => ({ ...problem, isUnfinished: true }));
}

/** Lines of notes (1-based) in the front matter. */
function noteLines(lines: readonly string[]): number[] {
  return lines.flatMap((text, at) => (text.startsWith(NOTE) ? [at + 1] : []));
}

/** Lines of YAML (1-based) with a comment that asks to be looked at, and why; a `#` inside quotes begins none. */
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

/** The value of a line without its key and its comment. */
function valueOf(text: string): string {
  const comment = text.search(/ #\s?(?:read|check)\b/);
  return text.slice(0, comment < 0 ? text.length : comment).replace(/^ *(?:- |[a-z_]+: )/, '');
}
