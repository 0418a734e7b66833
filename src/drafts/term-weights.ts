import { boilerplate } from './boilerplate.ts';
import { commonWords } from './common-words.ts';
import { stem, tokenize, type Token, type TokenKind } from './tokens.ts';

/** Weight factors of the tiers of `commonWords`, the most common first. */
const TIER_FACTORS = [0.12, 0.4, 0.7] as const;

/** Weight factor of words that tools print whatever went wrong. */
const BOILERPLATE_FACTOR = 0.3;

/** Weight factors of terms that are common in the output and manuals of software. */
const commonFactors: ReadonlyMap<string, number> = readCommonFactors();

function readCommonFactors(): Map<string, number> {
  const factors = new Map<string, number>();
  commonWords.forEach((words, tier) => {
    for (const word of words) {
      const term = stem(word);
      if (!factors.has(term)) factors.set(term, TIER_FACTORS[tier] ?? 1);
    }
  });
  for (const { term, kind } of tokenize(boilerplate)) {
    if (kind === 'word' || kind === 'name') {
      factors.set(term, Math.min(factors.get(term) ?? 1, BOILERPLATE_FACTOR));
    }
  }
  return factors;
}

/** Minimum share of a line's trigrams that also occur in the boilerplate. */
const BOILERPLATE_SHARE = 0.5;

const boilerplateTrigrams = new Set(
  boilerplate.split(/[\n;]/).flatMap((phrase) => trigramsOf(tokenize(phrase))),
);

/** True for a line that tools print whatever went wrong, its variable parts aside. */
export function isBoilerplate(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => !isCommon(token))) return false;
  const trigrams = trigramsOf(tokens);
  const known = trigrams.filter((trigram) => boilerplateTrigrams.has(trigram));
  return known.length >= BOILERPLATE_SHARE * trigrams.length;
}

function isCommon({ term, kind }: Token): boolean {
  if (kind === 'gap') return true;
  if (kind === 'number') return !term.startsWith('#0x');
  return (commonFactors.get(term) ?? 1) <= TIER_FACTORS[1];
}

/** Returns every three consecutive words or names. */
function trigramsOf(tokens: readonly Token[]): string[] {
  const terms = tokens
    .filter(({ kind }) => kind === 'word' || kind === 'name')
    .map(({ term }) => term);
  return terms.slice(2).map((term, index) => [terms[index], terms[index + 1], term].join(' '));
}

/** Terms that the index weights as common even if no article has them. */
export const commonTerms: readonly string[] = [...commonFactors.keys()];

const KIND_FACTORS: Readonly<Record<TokenKind, number>> = {
  word: 1,
  name: 1.25,
  number: 0.4,
  gap: 0,
};

/**
 * Weighs a term between 0 and 1.25: its inverse document frequency, scaled so that a word of a single article has 1
 * whatever the size of the library, times how rare the word is in software.
 *
 * @see K. Spärck Jones, "A statistical interpretation of term specificity", 1972
 * @param frequency number of articles that have the term
 * @param articles number of articles in the library
 */
export function termWeight(
  term: string,
  kind: TokenKind,
  frequency: number,
  articles: number,
): number {
  const rarity = Math.log(1 + articles / (frequency + 0.5)) / Math.log(1 + articles / 1.5);
  const common = kind === 'number' ? 1 : (commonFactors.get(term) ?? 1);
  const short = term.length === 1 ? 0.2 : 1;
  return Math.min(rarity, 1) * common * short * KIND_FACTORS[kind];
}
