import { excerptParts } from './excerpt.ts';

/** The visible text of a search result. */
interface ShownResult {
  title: string;
  summary: string;
  id: string;
  project: string;
  symptom: string;
  excerpt: string;
}

/** Minimum share of a query word that a common prefix covers: `__excinfo_unwrap_args` of `...args1f0c`. */
const MIN_PREFIX_SHARE = 0.6;

const HAN = /\p{Script=Han}/u;

/**
 * True if at least one word of the query is in the visible text of a result.
 *
 * For an unknown word Pagefind returns results for its longest indexed prefix, even a single letter; this filters them out.
 * Endings may differ, since Pagefind stems English words.
 */
export function matchesQuery(query: string, shown: ShownResult): boolean {
  const marked = excerptParts(shown.excerpt)
    .filter(({ hit }) => hit)
    .flatMap(({ text }) => wordsOf(text));
  const named = wordsOf(
    [shown.title, shown.summary, shown.id, shown.project, shown.symptom].join(' '),
  );
  return wordsOf(query).some((word) => [...marked, ...named].some((found) => same(word, found)));
}

/** Returns the lowercase words of a text without punctuation. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
}

function same(word: string, found: string): boolean {
  if (found.includes(word)) return true;
  // Pagefind segments Chinese: a query without spaces is found as its words.
  if (HAN.test(found) && word.includes(found)) return true;
  return commonPrefix(word, found) >= Math.max(MIN_PREFIX_SHARE * word.length, 2);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
