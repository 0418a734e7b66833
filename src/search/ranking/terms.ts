import { stemmer } from 'stemmer';
import { stopPairs, stopWords } from './stop-words.ts';
import { synonyms } from './synonyms.ts';

/** One term of the index, with its weight in a query. */
export interface Term {
  text: string;
  /** 1 for a plain word. */
  weight: number;
}

/**
 * Weights of an identifier and of its parts beside a plain word, which has 1: an exact name decides against the words
 * around it. On the development questions, 2 to 3 and 0.3 to 0.5 are equally good.
 */
const IDENTIFIER_WEIGHT = 3;
const PART_WEIGHT = 0.3;

/** Weight of a synonym beside the word itself; chosen on the development half of the questions. */
const CONCEPT_WEIGHT = 0.4;

/** Longer words are data, such as hashes in Base64; in characters. */
const MAX_TERM_LENGTH = 64;

/** Chinese is split from everything else: `符号__excinfo_unwrap` is two words. Brackets and quotation marks are in no word. */
const RUNS = /\p{Script=Han}+|[^\s\p{Script=Han}()<>[\]{}"'`,;|“”‘’「」《》。、]+/gu;

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const VERSION = /^\d+(?:\.\d+)+(?:[a-z]+\d*)?$/;
/** Between `Py` and `Object`, `GIL` and `State`, `cp` and `313t`. */
const PART_BOUNDARIES = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)/;

/** A concept's name in the index; no word of a text has this form. */
const conceptTerm = (concept: number) => `=${concept}`;

const conceptOf = new Map(
  synonyms.flatMap((group, concept) => group.map((phrase) => [phrase, concept] as const)),
);
/** One lookbehind for all words, not one per word, so that the engine compares the words as one list. */
const CONCEPTS = new RegExp(
  [
    `(?<![a-z0-9_])(?:${alternatives((phrase) => /^\w/.test(phrase))})(?![a-z0-9_])`,
    alternatives((phrase) => !/^\w/.test(phrase)),
  ].join('|'),
  'g',
);

/** Returns the phrases of a kind as alternatives of a regular expression, the longest first. */
function alternatives(isOfKind: (phrase: string) => boolean): string {
  return [...conceptOf.keys()]
    .filter(isOfKind)
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/** True for a run of Chinese characters. */
export const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** Returns the words of a text with their places; Chinese is not split into words. */
export function runsOf(text: string): { index: number; run: string }[] {
  return Array.from(text.matchAll(RUNS), ({ index, 0: run }) => ({ index, run }));
}

/**
 * Splits a text into the terms of the index: stems of words, identifiers whole and in parts, pairs of Chinese
 * characters, and a term for each synonym of the field. The same in every JavaScript engine, so that an index built by
 * one is read by another.
 */
export function termsOf(text: string): Term[] {
  const normal = text.normalize('NFKC');
  const terms: Term[] = [];
  for (const { run } of runsOf(normal)) {
    if (isHan(run)) addPairs(run, terms);
    else terms.push(...termsOfWord(run));
  }
  for (const [phrase] of normal.toLowerCase().matchAll(CONCEPTS)) {
    terms.push({ text: conceptTerm(conceptOf.get(phrase) ?? 0), weight: CONCEPT_WEIGHT });
  }
  return terms;
}

/** Adds the pairs of neighboring characters of a run of Chinese, or its only character. */
function addPairs(run: string, terms: Term[]): void {
  const characters = [...run];
  if (characters.length === 1) terms.push({ text: run, weight: 1 });
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters.slice(at, at + 2).join('');
    if (!stopPairs.has(pair)) terms.push({ text: pair, weight: 1 });
  }
}

/** Words whose terms are known: a library repeats most of its words. */
const knownWords = new Map<string, readonly Term[]>();
/** Chosen: a few megabytes. */
const MAX_KNOWN_WORDS = 50_000;

function termsOfWord(run: string): readonly Term[] {
  const known = knownWords.get(run);
  if (known) return known;
  const terms = splitWord(run);
  if (knownWords.size === MAX_KNOWN_WORDS) knownWords.clear();
  knownWords.set(run, terms);
  return terms;
}

function splitWord(run: string): Term[] {
  const word = trimPunctuation(run).slice(0, MAX_TERM_LENGTH);
  const whole = word.toLowerCase();
  if (whole.length < 2 || stopWords.has(whole)) return [];
  if (VERSION.test(whole)) {
    const series = whole.split('.').slice(0, 2).join('.');
    return [...new Set([whole, series])].map((text) => ({ text, weight: 1 }));
  }
  const parts = new Set<string>();
  for (const part of word.split(SEPARATORS)) {
    parts.add(part.toLowerCase());
    for (const piece of part.split(PART_BOUNDARIES)) parts.add(piece.toLowerCase());
  }
  parts.delete(whole);
  return [
    { text: stem(whole), weight: parts.size > 0 ? IDENTIFIER_WEIGHT : 1 },
    ...[...parts]
      .filter((part) => part.length > 1 && !stopWords.has(part))
      .map((part) => ({ text: stem(part), weight: PART_WEIGHT })),
  ];
}

function trimPunctuation(run: string): string {
  let [from, to] = [0, run.length];
  while (from < to && !WORD_CHARACTER.test(run[from] ?? '')) from++;
  while (to > from && !WORD_CHARACTER.test(run[to - 1] ?? '')) to--;
  return run.slice(from, to);
}

function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}
