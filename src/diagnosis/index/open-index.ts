import { cleanLine } from '../clean/clean-line.ts';
import { isFrame } from '../clean/frames.ts';
import {
  FIELD_FACTORS,
  INDEX_VERSION,
  WEIGHT_STEPS,
  type DiagnosisIndex,
  type IndexedArticle,
} from './diagnosis-index.ts';
import { hashTerm } from './hash-term.ts';
import { decodeNumbers, fromGaps } from './number-text.ts';
import { tokenize, type Token, type TokenKind } from './tokens.ts';

/** Weights of terms that no article has: they are evidence for none, but count as unexplained. */
const UNKNOWN_WEIGHTS: Readonly<Record<TokenKind, number>> = {
  word: 0.6,
  name: 0.5,
  number: 0.08,
  gap: 0,
};

/** Minimum weight of a word in a signature: ten common words in the right order are distinctive. */
const MIN_WORD_WEIGHT = 0.12;

/** A term of the index. */
export interface KnownTerm {
  weight: number;
  /** Articles that have it; empty for a common word that no article has. */
  articles: readonly number[];
  /** The field in which each of the articles has it, a position in `FIELD_FACTORS`. */
  fields: readonly number[];
}

/** A signature or a line of a message, tokenized and weighted. */
export interface Pattern {
  article: number;
  /** As it is in the article. */
  text: string;
  tokens: readonly Token[];
  weights: Float64Array;
  total: number;
  /** True for a signature, false for another line of a message. */
  isSignature: boolean;
  /** A frame of a traceback or a stack. */
  isFrame: boolean;
}

/** An index, decoded for lookups. */
export interface OpenIndex {
  articles: readonly (IndexedArticle | null)[];
  /** Normalized names of the affected packages. */
  packages: ReadonlySet<string>;
  term(term: string): KnownTerm | undefined;
  weightOf(token: Token): number;
  patternsOf(article: number): readonly Pattern[];
}

/** Decoding takes longer than most diagnoses; an index is never changed, so its decoded form can be kept. */
const opened = new WeakMap<DiagnosisIndex, OpenIndex>();

/**
 * Decodes an index, once.
 *
 * @throws {Error} if it has another version than `INDEX_VERSION`
 */
export function openIndex(index: DiagnosisIndex): OpenIndex {
  const known = opened.get(index);
  if (known) return known;
  if (index.version !== INDEX_VERSION) {
    throw new Error(`The index has version ${index.version}; expected ${INDEX_VERSION}`);
  }
  const decoded = decode(index);
  opened.set(index, decoded);
  return decoded;
}

function decode(index: DiagnosisIndex): OpenIndex {
  const terms = readTerms(index);
  const patterns: (readonly Pattern[] | undefined)[] = [];
  const term = (text: string) => terms.get(hashTerm(text));
  const weightOf = ({ term: text, kind }: Token) =>
    kind === 'gap' ? 0 : (term(text)?.weight ?? UNKNOWN_WEIGHTS[kind]);
  const patternOf = (article: number, text: string, isSignature: boolean): Pattern => {
    const tokens = tokenize(cleanLine(text), true);
    const weights = Float64Array.from(tokens, (token) =>
      token.kind === 'word' ? Math.max(weightOf(token), MIN_WORD_WEIGHT) : weightOf(token),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { article, text, tokens, weights, total, isSignature, isFrame: isFrame(text.trim()) };
  };
  return {
    articles: index.articles,
    packages: new Set(
      index.articles.flatMap((article) => (article?.affected ?? []).map(([name]) => name)),
    ),
    term,
    weightOf,
    patternsOf(article) {
      const { signatures, lines } = index.articles[article] ?? { signatures: [], lines: [] };
      return (patterns[article] ??= [
        ...signatures.map((text) => patternOf(article, text, true)),
        ...lines.map((text) => patternOf(article, text, false)),
      ]);
    },
  };
}

function readTerms(index: DiagnosisIndex): Map<number, KnownTerm> {
  const weights = decodeNumbers(index.weights);
  const postings = index.postings.split(',');
  const terms = new Map<number, KnownTerm & { articles: number[]; fields: number[] }>();
  fromGaps(decodeNumbers(index.terms)).forEach((hash, position) => {
    const own = fromGaps(decodeNumbers(postings[position] ?? ''));
    terms.set(hash, {
      weight: (weights[position] ?? 0) / WEIGHT_STEPS,
      articles: own.map((posting) => Math.floor(posting / FIELD_FACTORS.length)),
      fields: own.map((posting) => posting % FIELD_FACTORS.length),
    });
  });
  index.articles.forEach((article, number) => {
    const pairs = decodeNumbers(article?.terms ?? '');
    let hash = 0;
    for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
      hash += pairs[pair] ?? 0;
      const code = pairs[pair + 1] ?? 0;
      const weight = Math.floor(code / 8) / WEIGHT_STEPS;
      const known = terms.get(hash) ?? { weight, articles: [], fields: [] };
      terms.set(hash, known);
      known.articles.push(number);
      known.fields.push(code % 8);
    }
  });
  return terms;
}
