import { boilerplate } from './boilerplate.ts';
import { commonWords } from './common-words.ts';
import { stem, tokenize, type Token, type TokenKind } from './tokens.ts';

/** What is left of a word's weight when it is everyday, common or familiar in software's own English. */
const COMMONNESS = [0.12, 0.4, 0.7] as const;

const commonness = new Map<string, number>();
commonWords.forEach((words, tier) => {
  for (const word of words) {
    const term = stem(word);
    if (!commonness.has(term)) commonness.set(term, COMMONNESS[tier] ?? 1);
  }
});

/** What is left of a word's weight when tools say it whatever went wrong. */
const BOILERPLATE = 0.3;

for (const { term, kind } of tokenize(boilerplate)) {
  if (kind === 'word' || kind === 'name') {
    commonness.set(term, Math.min(commonness.get(term) ?? 1, BOILERPLATE));
  }
}

/** Share of a line's runs that makes it one of them. */
const BOILERPLATE_SHARE = 0.5;

/** Every three tokens in a row of what tools say whatever went wrong. */
const boilerplateRuns = new Set(
  boilerplate.split(/[\n;]/).flatMap((phrase) => runsOf(tokenize(phrase))),
);

/** True when a line, apart from its variable parts, is what tools say whatever went wrong: no sign of any one fault. */
export function isBoilerplate(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => !isCommon(token))) return false;
  const runs = runsOf(tokens);
  const known = runs.filter((run) => boilerplateRuns.has(run));
  return known.length >= BOILERPLATE_SHARE * runs.length;
}

function isCommon({ term, kind }: Token): boolean {
  if (kind === 'gap') return true;
  if (kind === 'number') return !term.startsWith('#0x');
  return (commonness.get(term) ?? 1) <= COMMONNESS[1];
}

function runsOf(tokens: readonly Token[]): string[] {
  const terms = tokens
    .filter(({ kind }) => kind === 'word' || kind === 'name')
    .map(({ term }) => term);
  return terms.slice(2).map((term, at) => [terms[at], terms[at + 1], term].join(' '));
}

/** Words that the index knows as common although no article may have them. */
export const commonTerms: readonly string[] = [...commonness.keys()];

const KIND_FACTORS: Readonly<Record<TokenKind, number>> = {
  word: 1,
  name: 1.25,
  number: 0.4,
  gap: 0,
};

/**
 * What a term is worth, between 0 and 1.25: the inverse document frequency of the library, scaled so that a word of one article
 * has 1 whatever the size of the library, times how uncommon the word is at large.
 * Source of the frequency part: K. Spärck Jones, "A statistical interpretation of term specificity", 1972.
 *
 * @param frequency number of articles that have the term
 */
export function termWeight(
  term: string,
  kind: TokenKind,
  frequency: number,
  articles: number,
): number {
  const rarity = Math.log(1 + articles / (frequency + 0.5)) / Math.log(1 + articles / 1.5);
  const common = kind === 'number' ? 1 : (commonness.get(term) ?? 1);
  const short = term.length === 1 ? 0.2 : 1;
  return Math.min(rarity, 1) * common * short * KIND_FACTORS[kind];
}
