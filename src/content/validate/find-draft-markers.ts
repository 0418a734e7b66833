import { Lexer } from 'yaml';
import { DRAFT_MARK, NOTE, UNCHECKED } from '../../domain/facts/draft-markers.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** The source a draft was written from. Git ignores it, and it is not part of the library. */
export const sourceFile = 'SOURCE.md';

/** In UTF-16 units. */
const MAX_QUOTE_LENGTH = 60;

/** A top-level key of the front matter. */
const TOP_LEVEL_KEY = /^([a-z_]+):/;

/** A marker with its instruction: `TODO-DRAFT: the mechanism, in your own words.` */
const MARKER = new RegExp(`${DRAFT_MARK}(?:: ([^"]+))?`);

type Finding = Pick<Problem, 'field' | 'found' | 'expected'>;

/**
 * Reports what is unfinished in a draft: facts with a `# check` comment, texts with the draft marker, and the author's
 * notes (all notes as one problem).
 *
 * @param source the whole file
 * @param bodyLine 1-based line on which the text begins
 */
export function findDraftMarkers(file: string, source: string, bodyLine: number): Problem[] {
  const hasMarker = source.includes(DRAFT_MARK) || source.includes(`\n${NOTE}`);
  if (!hasMarker && !UNCHECKED.test(source)) return [];
  const lines = source.split('\n');
  const frontMatter = lines.slice(0, bodyLine - 1);
  const found = [
    ...markersInFrontMatter(frontMatter, checkComments(frontMatter.slice(1, -1).join('\n'))),
    ...lines.slice(bodyLine - 1).map((line) => markerIn(line, 'text', 'the finished text')),
  ];
  return found.flatMap((finding, index) =>
    finding ? [{ file, line: index + 1, ...finding, isUnfinished: true }] : [],
  );
}

/** Returns the finding of each line, if it has one. */
function markersInFrontMatter(
  lines: readonly string[],
  comments: ReadonlyMap<number, string>,
): (Finding | undefined)[] {
  const notes = lines.filter((line) => line.startsWith(NOTE)).length;
  const firstNote = lines.findIndex((line) => line.startsWith(NOTE));
  let field = 'front matter';
  return lines.map((line, index) => {
    if (index === firstNote) {
      return {
        field: 'front matter',
        found: `${notes} ${notes === 1 ? 'line' : 'lines'} of notes beginning with ${NOTE}`,
        expected: 'no notes; delete them once the text is written',
      };
    }
    if (line.startsWith(NOTE)) return undefined;
    field = TOP_LEVEL_KEY.exec(line)?.[1] ?? field;
    const marker = markerIn(line, field, 'the finished fact');
    const comment = comments.get(index);
    if (marker || comment === undefined) return marker;
    return {
      field,
      found: `${JSON.stringify(truncate(valueOf(line), MAX_QUOTE_LENGTH))}, marked # check`,
      expected: `the value confirmed upstream, without the mark${comment ? ` (${comment})` : ''}`,
    };
  });
}

function markerIn(line: string, field: string, expected: string): Finding | undefined {
  const marker = MARKER.exec(line);
  if (!marker) return undefined;
  const found = `text that is not written yet (${DRAFT_MARK})`;
  return { field, found, expected: marker[1]?.trim() ?? expected };
}

/** Returns `# check` comments by 1-based line with their reasons (`''` if none). A `#` inside quotes starts none. */
function checkComments(yaml: string): Map<number, string> {
  const comments = new Map<number, string>();
  let line = 1;
  for (const lexeme of new Lexer().lex(yaml)) {
    const check = lexeme.startsWith('#') && !lexeme.startsWith(NOTE) && UNCHECKED.exec(lexeme);
    if (check) comments.set(line, check[1]?.trim() ?? '');
    line += lexeme.split('\n').length - 1;
  }
  return comments;
}

/** Returns the value of a line of YAML without its key and its comment. */
function valueOf(line: string): string {
  const comment = line.search(/ #\s?(?:read|check)\b/);
  const value = line.slice(0, comment < 0 ? line.length : comment);
  return value.replace(/^ *(?:- |[a-z_]+: )/, '').trim();
}
