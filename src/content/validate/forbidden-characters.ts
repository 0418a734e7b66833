import { hiddenCharacter } from '../../domain/text/characters.ts';
import type { Violation } from './validate-article.ts';

/** No program prints a line that a reader needs whole and that is longer; highlighting a line takes more than linear time. */
const LINE_LENGTH = 2_000;

/** Words that Astro and Vite put into what they build and replace later, wherever they stand. */
const BUILD_MARK = /__(?:ASTRO|VITE)_|@@ASTRO[-_]/;

/**
 * What is wrong with a text of a content file whatever its language is: characters that one does not see, marks of
 * the tools that build, lines without end.
 */
export function lineViolations(text: string): Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const refused = characterViolations(content) ?? refusedLength(content);
    return refused ? [{ line: index + 1, ...refused }] : [];
  });
}

/** The same for a value that was read: an entity or an escape may stand for what the file does not show. */
export function characterViolations(value: string): Omit<Violation, 'line'> | undefined {
  const hidden = hiddenCharacter(value);
  if (hidden !== undefined) {
    return {
      found: `the hidden character ${hidden}`,
      allowed: 'characters that one can see; in code the escape of its language',
    };
  }
  const mark = BUILD_MARK.exec(value)?.[0];
  if (mark === undefined) return undefined;
  return { found: JSON.stringify(mark), allowed: 'other words: the build takes these for its own' };
}

function refusedLength({ length }: string): Omit<Violation, 'line'> | undefined {
  if (length <= LINE_LENGTH) return undefined;
  return { found: `a line of ${length} characters`, allowed: `at most ${LINE_LENGTH}` };
}
