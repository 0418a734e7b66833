import { hiddenCharacter } from '../../domain/text/characters.ts';
import type { Violation } from './validate-article.ts';

/** Maximum length of a line, in characters. Highlighting takes more than linear time per line. */
const LINE_LENGTH = 2_000;

/** Markers that Astro and Vite insert into their output and replace later, wherever they occur. */
const BUILD_MARK = /__(?:ASTRO|VITE)_|@@ASTRO[-_]/;

/** Checks any text of a content file for hidden characters, markers of the build tools and overlong lines. */
export function lineViolations(text: string): Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const refused = characterViolations(content) ?? refusedLength(content);
    return refused ? [{ line: index + 1, ...refused }] : [];
  });
}

/** Checks a parsed value: an entity or an escape can stand for a character that the file does not show. */
export function characterViolations(value: string): Omit<Violation, 'line'> | undefined {
  const hidden = hiddenCharacter(value);
  if (hidden !== undefined) {
    return {
      found: `the hidden character ${hidden}`,
      allowed: 'visible characters; in code, an escape sequence',
    };
  }
  const mark = BUILD_MARK.exec(value)?.[0];
  if (mark === undefined) return undefined;
  return {
    found: JSON.stringify(mark),
    allowed: 'other text: the build tools replace this marker',
  };
}

function refusedLength({ length }: string): Omit<Violation, 'line'> | undefined {
  if (length <= LINE_LENGTH) return undefined;
  return { found: `a line of ${length} characters`, allowed: `at most ${LINE_LENGTH}` };
}
