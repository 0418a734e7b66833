import type { ShownOutput } from './shown-code.ts';

/** Why no output can be chosen, for messages. */
export interface AmbiguousOutput {
  found: string;
  expected: string;
}

/**
 * Returns the only output of an article that contains a text. Outputs that are equal, or of which one contains the
 * other, count as one: the longest.
 */
export function findShownOutput(
  outputs: readonly ShownOutput[],
  text: string,
): ShownOutput | AmbiguousOutput {
  const wanted = text.trim();
  const candidates = outputs
    .filter((output) => output.text.includes(wanted))
    .toSorted((a, b) => b.text.length - a.text.length);
  const [longest] = candidates;
  if (!longest) {
    return { found: 'text that no output of the article contains', expected: 'part of one output' };
  }
  const others = candidates.filter((output) => !longest.text.includes(output.text.trim()));
  if (others.length === 0) return longest;
  const lines = [longest, ...others].map(({ line }) => line).sort((a, b) => a - b);
  return {
    found: `text in several outputs of the article (lines ${lines.join(', ')})`,
    expected: 'text that only one of them contains',
  };
}
