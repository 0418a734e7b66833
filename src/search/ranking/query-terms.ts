import { runsOf, termsOf } from './terms.ts';

/** In characters. Of a longer text, such as the output of a program, the end is searched for. */
const MAX_QUERY_LENGTH = 8000;

/** A misspelled word is found by words that are spelled similarly from this length on; chosen. */
const MIN_FUZZY_LENGTH = 5;

/** Returns the distinct terms of a text, or of the end of a long one, with their weights. */
export function queryTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { text: term, weight } of termsOf(endOf(text))) {
    terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  }
  return terms;
}

/** Returns the term of the word that the reader may still be typing, `undefined` after a space. */
export function unfinishedTerm(text: string): string | undefined {
  const lastWord = endOf(text).split(/\s/).at(-1) ?? '';
  // The first term of a word is the whole word.
  return termsOf(runsOf(lastWord).at(-1)?.run ?? '')[0]?.text;
}

/**
 * True for a word that may be misspelled, because no article has it.
 *
 * @param known has the terms of the articles
 */
export function isMisspelled(term: string, known: { has(term: string): boolean }): boolean {
  return term.length >= MIN_FUZZY_LENGTH && /^[a-z]+$/.test(term) && !known.has(term);
}

const endOf = (text: string) => text.slice(-MAX_QUERY_LENGTH);
