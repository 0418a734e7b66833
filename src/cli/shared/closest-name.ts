/** Minimum similarity of a mistyped name: that of two letters in the wrong order in a word of four. */
const MIN_SIMILARITY = 0.4;

/** Fewer letters begin many names. */
const MIN_BEGINNING = 4;

/**
 * Returns the known name that begins with what was typed, or else is most similar to it; `undefined` if none is similar.
 *
 * @see https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient over pairs of neighboring letters
 */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const text = typed.toLowerCase();
  const begun = names.find((name) => text.length >= MIN_BEGINNING && name.startsWith(text));
  if (begun !== undefined) return begun;
  const ranked = names
    .map((name) => ({ name, similarity: similarityOf(text, name) }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
  return ranked[0]?.name;
}

function similarityOf(a: string, b: string): number {
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size);
}

/** Returns the pairs of neighboring letters, with `^` before the first letter and `$` after the last. */
function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)));
}
