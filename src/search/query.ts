const QUOTES = '"“”';

/** `-1`, `(0)`, `2:`. Pagefind looks for words that begin so, and every version number does. */
const LONE_DIGIT = /^[^\p{L}\p{N}]*\d[^\p{L}\p{N}]*$/u;

/**
 * What Pagefind is asked for a text: one line, or `null` ("everything") when there is nothing to look for.
 *
 * Pagefind deletes punctuation instead of splitting at it, in the query as in the index, so names are found
 * as they are pasted. What would hinder it is taken out: quotation marks around the whole text
 * (they switch to its exact phrase search), line breaks (they glue two words together) and lone digits
 * beside other words (they drown the excerpt).
 */
export function toQuery(text: string): string | null {
  const line = withoutQuotes(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  if (line === '') return null;
  const words = line.split(' ');
  const telling = words.filter((word) => !LONE_DIGIT.test(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

function withoutQuotes(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && QUOTES.includes(text[from] ?? '')) from++;
  while (to > from && QUOTES.includes(text[to - 1] ?? '')) to--;
  return text.slice(from, to);
}
