import { excerptParts } from './excerpt.ts';

/** What is shown of a hit, as far as it can bear out that the hit answers the query. */
interface ShownResult {
  title: string;
  summary: string;
  id: string;
  project: string;
  symptom: string;
  excerpt: string;
}

/** Share of a word that a shorter indexed word must cover to count as the same: `__excinfo_unwrap_args` of `...args1f0c`. */
const COVERED = 0.6;

const HAN = /\p{Script=Han}/u;

/**
 * True when at least one word of the query really stands in what is shown.
 *
 * Pagefind answers a word it does not know with the longest indexed word that begins it, be it one letter;
 * such an answer is no answer. Endings may differ, since it stems English words.
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

/** Words without punctuation, in lower case. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
}

function same(word: string, found: string): boolean {
  if (found.includes(word)) return true;
  // Chinese is segmented: a query without spaces is found as its words.
  if (HAN.test(found) && word.includes(found)) return true;
  return commonPrefix(word, found) >= Math.max(COVERED * word.length, 2);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
