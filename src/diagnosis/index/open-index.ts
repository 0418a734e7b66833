import { decodeNumbers, fromGaps } from './number-text.ts';
import { cleanLine } from '../clean/clean-line.ts';
import {
  FIELD_FACTORS,
  INDEX_VERSION,
  WEIGHT_STEPS,
  type DiagnosisIndex,
  type IndexedArticle,
} from './diagnosis-index.ts';
import { isFrame } from '../clean/frames.ts';
import { hashTerm } from './hash-term.ts';
import { tokenize, type Token, type TokenKind } from './tokens.ts';

/** Weights of terms that no article has: they cannot speak for one, but they show what is left unexplained. */
const UNKNOWN_WEIGHTS: Readonly<Record<TokenKind, number>> = {
  word: 0.6,
  name: 0.5,
  number: 0.08,
  gap: 0,
};

/** In a signature even a common word counts so much: ten of them in the right order are a sentence of its own. */
const MIN_WEIGHT = 0.12;

/** A term that the index knows. */
export interface KnownTerm {
  weight: number;
  /** Articles that have it; empty for words that are merely common. */
  articles: readonly number[];
  /** Where each of them has it, a position in `FIELD_FACTORS`. */
  fields: readonly number[];
}

/** A signature or a line of a message, ready to be held against lines. */
export interface Pattern {
  article: number;
  /** As the article has it. */
  text: string;
  tokens: readonly Token[];
  weights: Float64Array;
  total: number;
  /** True for a signature, false for another line of a message. */
  isSignature: boolean;
  /** A frame of a traceback or a stack. */
  isFrame: boolean;
}

/** An index in the form in which it is asked. */
export interface OpenIndex {
  articles: readonly (IndexedArticle | null)[];
  /** Normalised names of the packages that they affect. */
  packages: ReadonlySet<string>;
  term(term: string): KnownTerm | undefined;
  weightOf(token: Token): number;
  patternsOf(article: number): readonly Pattern[];
}

const opened = new WeakMap<DiagnosisIndex, OpenIndex>();

/** Opens an index; the second time is free. */
export function openIndex(index: DiagnosisIndex): OpenIndex {
  const known = opened.get(index);
  if (known) return known;
  if (index.version !== INDEX_VERSION) {
    throw new Error(`An index of version ${index.version}; this engine reads ${INDEX_VERSION}`);
  }
  const knowledge = read(index);
  opened.set(index, knowledge);
  return knowledge;
}

function read(index: DiagnosisIndex): OpenIndex {
  const terms = readTerms(index);
  const patterns: (readonly Pattern[] | undefined)[] = [];
  const term = (text: string) => terms.get(hashTerm(text));
  const weightOf = ({ term: text, kind }: Token) =>
    kind === 'gap' ? 0 : (term(text)?.weight ?? UNKNOWN_WEIGHTS[kind]);
  const patternOf = (article: number, text: string, isSignature: boolean): Pattern => {
    const tokens = tokenize(cleanLine(text), true);
    const weights = Float64Array.from(tokens, (token) =>
      token.kind === 'word' ? Math.max(weightOf(token), MIN_WEIGHT) : weightOf(token),
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
