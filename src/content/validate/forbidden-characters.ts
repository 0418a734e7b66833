import { hiddenCharacter } from '../../domain/text/characters.ts';
import type { Violation, ViolationDetail } from './violations.ts';

/** In UTF-16 units. Syntax highlighting takes more than linear time in the length of a line. */
const MAX_LINE_LENGTH = 2_000;

/** Placeholders that Astro and Vite write into their output and replace later, wherever they occur. */
const BUILD_PLACEHOLDER = /__(?:ASTRO|VITE)_|@@ASTRO[-_]/;

/** Reports lines of a content file with hidden characters or build placeholders, and lines that are too long. */
export function lineViolations(text: string): Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const violation = characterViolation(content) ?? lengthViolation(content);
    return violation ? [{ line: index + 1, ...violation }] : [];
  });
}

/** Reports the first forbidden character or placeholder of a parsed value: entities and escapes hide them in the source. */
export function characterViolation(value: string): ViolationDetail | undefined {
  const hidden = hiddenCharacter(value);
  if (hidden !== undefined) {
    return {
      found: `the hidden character ${hidden}`,
      expected: 'visible characters; in code, an escape sequence',
    };
  }
  const placeholder = BUILD_PLACEHOLDER.exec(value)?.[0];
  if (placeholder === undefined) return undefined;
  return {
    found: JSON.stringify(placeholder),
    expected: 'other text: the build tools replace this marker',
  };
}

function lengthViolation({ length }: string): ViolationDetail | undefined {
  if (length <= MAX_LINE_LENGTH) return undefined;
  return { found: `a line of ${length} characters`, expected: `at most ${MAX_LINE_LENGTH}` };
}
