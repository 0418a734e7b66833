import { normalizeName } from '../../domain/versions/package-name.ts';
import { affectedPythons, pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import { cleanLine } from '../clean/clean-line.ts';
import {
  FIELD_FACTORS,
  INDEX_VERSION,
  SMALL_LIBRARY,
  WEIGHT_STEPS,
  type DiagnosisIndex,
  type IndexedArticle,
} from './diagnosis-index.ts';
import { hashTerm } from './hash-term.ts';
import type { IndexEntry } from './index-entry.ts';
import { encodeNumbers, toGaps } from './number-text.ts';
import { commonTerms, isBoilerplate, termWeight } from './term-weights.ts';
import { tokenize, WILDCARD, type TokenKind } from './tokens.ts';

/** Maximum number of terms of an article, the most informative ones. */
const MAX_TERMS = 150;

/** Minimum score of a term; a lower one would hardly change a result. */
const MIN_TERM_SCORE = 0.04;

/**
 * Of a large library, every reader fetches only the postings that are needed to find the articles worth fetching; the
 * other terms are stored with the article. The larger the library, the fewer shared terms an article has, so that the
 * core does not grow.
 */
const SHARED_POSTINGS = 7_000;
const MIN_SHARED_TERMS = 20;
const MAX_SHARED_TERMS = 60;

/** Maximum number of lines of an article's messages besides its signatures, and their length. */
const MAX_LINES = 8;
const MAX_LINE_LENGTH = 200;
const MIN_LINE_WEIGHT = 1;

/** Common words with a higher weight are left out: as unknown words they weigh about the same. */
const MAX_COMMON_WEIGHT = 0.45;

/** Positions in `FIELD_FACTORS`. */
const [SIMILAR_ERRORS, TEXT, TITLE, OUTPUT, TITLE_AND_OUTPUT] = [0, 1, 2, 3, 4];

/** The terms of an article with the strongest field that has each, and whether it is in a signature or the title. */
type Terms = Map<string, { kind: TokenKind; field: number; isKey: boolean }>;

type Weigh = (term: string, kind: TokenKind) => number;

interface VocabularyEntry {
  weight: number;
  postings: number[];
}

/**
 * Builds the index of a library. The same entries in the same order give the same index, byte for byte.
 *
 * @param entries their order becomes the order of the articles in the index
 */
export function buildIndex(entries: readonly IndexEntry[]): DiagnosisIndex {
  const termsOf = entries.map(readTerms);
  const frequencies = new Map<string, number>();
  for (const terms of termsOf) {
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const weigh: Weigh = (term, kind) =>
    termWeight(term, kind, frequencies.get(term) ?? 0, entries.length);

  const vocabulary = new Map<number, VocabularyEntry>();
  const addTerm = (term: string, kind: TokenKind): VocabularyEntry => {
    const hash = hashTerm(term);
    const weight = weigh(term, kind);
    const entry = vocabulary.get(hash) ?? { weight, postings: [] };
    entry.weight = Math.max(entry.weight, weight);
    vocabulary.set(hash, entry);
    return entry;
  };
  for (const term of commonTerms) {
    if (weigh(term, 'word') <= MAX_COMMON_WEIGHT) addTerm(term, 'word');
  }
  const shared = sharedTerms(entries.length);
  const articles = entries.map((entry, article) => {
    const terms = rankTerms(termsOf[article] ?? new Map(), weigh);
    for (const [term, { kind, field }] of terms.slice(0, shared)) {
      addTerm(term, kind).postings.push(article * FIELD_FACTORS.length + field);
    }
    const own = terms.slice(shared);
    const indexed = indexArticle(entry, weigh);
    return own.length === 0 ? indexed : { ...indexed, terms: encodeOwnTerms(own, weigh) };
  });
  return { version: INDEX_VERSION, articles, ...encodeVocabulary(vocabulary) };
}

/** Returns how many terms of each article are in the shared postings. */
function sharedTerms(articles: number): number {
  if (articles <= SMALL_LIBRARY) return MAX_TERMS;
  const perArticle = Math.max(SHARED_POSTINGS / articles, MIN_SHARED_TERMS);
  return Math.round(Math.min(perArticle, MAX_SHARED_TERMS));
}

/** Returns the most informative terms; those of signatures and the title first, since they have to find the article. */
function rankTerms(terms: Terms, weigh: Weigh) {
  const ranked = [...terms]
    .map((entry) => {
      const [term, { kind, field }] = entry;
      return { entry, score: weigh(term, kind) * Math.abs(FIELD_FACTORS[field] ?? 0) };
    })
    .filter(({ score }) => score > MIN_TERM_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_TERMS)
    .map(({ entry }) => entry);
  return [...ranked.filter(([, { isKey }]) => isKey), ...ranked.filter(([, { isKey }]) => !isKey)];
}

function readTerms(entry: IndexEntry): Terms {
  const terms: Terms = new Map();
  const addTerm = (term: string, kind: TokenKind, field: number, isKey = false) => {
    const known = terms.get(term);
    if (!known) terms.set(term, { kind, field, isKey });
    else if (known.field === OUTPUT && field === TITLE) known.field = TITLE_AND_OUTPUT;
    else known.field = Math.max(known.field, field);
  };
  const addText = (text: string, field: number, isKey = false) => {
    const isOutput = field === OUTPUT;
    const lines = text.split('\n').map(cleanLine);
    for (const { term, kind, stems, parts } of lines.flatMap((line) =>
      tokenize(line, isOutput || isKey),
    )) {
      if (kind === 'gap') continue;
      addTerm(term, kind, field, isKey);
      // The software may print a name with varying endings.
      const beginnings = isOutput ? stems.filter((stem) => stem.endsWith(WILDCARD)) : [];
      for (const beginning of beginnings) addTerm(beginning, 'name', TEXT);
      for (const part of parts) addTerm(part, 'word', Math.min(field, TEXT));
    }
  };
  for (const signature of entry.signatures) addText(signature, OUTPUT, true);
  for (const message of entry.messages) addText(message, OUTPUT);
  addText(`${entry.title}\n${entry.summary ?? ''}`, TITLE, true);
  addText(`${entry.project} ${entry.component ?? ''}\n${entry.code ?? ''}`, TITLE);
  const packages = [...entry.affected.map((range) => range.package), ...(entry.seenIn ?? [])];
  addText(packages.join(' '), TITLE);
  addText(entry.text, TEXT);
  addText(entry.lookAlikes ?? '', SIMILAR_ERRORS);
  return terms;
}

function indexArticle(entry: IndexEntry, weigh: Weigh): IndexedArticle {
  const { id, slug, project, affected, signatures } = entry;
  return {
    id,
    slug,
    project,
    platforms: toMask(platforms, entry.platforms),
    pythons: toMask(pythonVersions, affectedPythons(entry.python, entry.builds)),
    builds: toMask(builds, entry.builds),
    affected: affected.map(({ package: name, introduced = '', fixed = '' }) => [
      normalizeName(name),
      introduced,
      fixed,
    ]),
    signatures: signatures.filter(isInformative),
    lines: informativeLines(entry, weigh),
  };
}

/** Returns a number whose bit `n` is set if the value at index `n` is among the selected ones. */
function toMask<T>(values: readonly T[], selected: readonly T[]): number {
  return values.reduce(
    (mask, value, bit) => (selected.includes(value) ? mask + 2 ** bit : mask),
    0,
  );
}

/** Returns the heaviest lines of an article's messages that are not signatures. */
function informativeLines({ signatures, messages }: IndexEntry, weigh: Weigh): string[] {
  const known = new Set(signatures.map((line) => line.trim()));
  const weightOf = (line: string) =>
    tokenize(cleanLine(line), true).reduce((sum, { term, kind }) => sum + weigh(term, kind), 0);
  return [...new Set(messages.flatMap((message) => message.split('\n')))]
    .map((line) => line.trim().slice(0, MAX_LINE_LENGTH))
    .filter((line) => line !== '' && !known.has(line))
    .map((line) => ({ line, weight: weightOf(line) }))
    .filter(({ line, weight }) => weight > MIN_LINE_WEIGHT && isInformative(line))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_LINES)
    .map(({ line }) => line);
}

/** False for a line that tools print whatever went wrong. */
function isInformative(line: string): boolean {
  return !isBoilerplate(tokenize(cleanLine(line), true));
}

function encodeOwnTerms(terms: ReturnType<typeof rankTerms>, weigh: Weigh): string {
  const sorted = terms
    .map(([term, { kind, field }]) => ({ hash: hashTerm(term), weight: weigh(term, kind), field }))
    .sort((a, b) => a.hash - b.hash);
  const gaps = toGaps(sorted.map(({ hash }) => hash));
  return encodeNumbers(
    sorted.flatMap(({ weight, field }, index) => [
      gaps[index] ?? 0,
      Math.round(weight * WEIGHT_STEPS) * 8 + field,
    ]),
  );
}

function encodeVocabulary(
  vocabulary: ReadonlyMap<number, VocabularyEntry>,
): Pick<DiagnosisIndex, 'terms' | 'weights' | 'postings'> {
  const sorted = [...vocabulary].sort(([a], [b]) => a - b);
  const weights = sorted.map(([, { weight }]) => Math.round(weight * WEIGHT_STEPS));
  const postings = sorted.map(([, entry]) => [...new Set(entry.postings)].sort((a, b) => a - b));
  return {
    terms: encodeNumbers(toGaps(sorted.map(([hash]) => hash))),
    weights: encodeNumbers(weights),
    postings: postings.map((list) => encodeNumbers(toGaps(list))).join(','),
  };
}
