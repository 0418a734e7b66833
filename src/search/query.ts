const QUOTES = '"“”';

/** `-1`, `(0)`, `2:`. Pagefind searches by prefix, and every version number begins with a digit. */
const LONE_DIGIT = /^[^\p{L}\p{N}]*\d[^\p{L}\p{N}]*$/u;

/**
 * Converts a text to a query for Pagefind: one line.
 *
 * Pagefind removes punctuation from words, so names need no treatment. Removed are quotation marks around the whole text,
 * which switch to a search for the exact phrase, line breaks, which join two words, and single digits beside other words,
 * which fill the excerpt with numbers.
 */
export function toQuery(text: string): string {
  const line = withoutQuotes(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  const words = line.split(' ');
  const informative = words.filter((word) => !LONE_DIGIT.test(word));
  return (informative.length > 0 ? informative : words).join(' ');
}

function withoutQuotes(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && QUOTES.includes(text[from] ?? '')) from++;
  while (to > from && QUOTES.includes(text[to - 1] ?? '')) to--;
  return text.slice(from, to);
}
