import { normalizeName } from '../../domain/versions/package-name.ts';
import { affectedPythons, pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import { encodeNumbers, toGaps } from './number-text.ts';
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
import { WILDCARD, tokenize, type TokenKind } from './tokens.ts';
import { commonTerms, isBoilerplate, termWeight } from './term-weights.ts';

/** Terms kept of an article, most telling first. */
const TERMS_PER_ARTICLE = 150;

/**
 * Of a library that is not small only so many are in the postings that every reader fetches, enough to find the
 * articles worth fetching; the rest is with the article. Fewer as the library grows, so that the core does not.
 */
const sharedTerms = (articles: number) =>
  Math.round(Math.min(Math.max(POSTINGS / articles, MIN_SHARED), MAX_SHARED));
const POSTINGS = 7_000;
const MIN_SHARED = 20;
const MAX_SHARED = 60;

/** Lines kept of an article's messages besides its signatures. */
const LINES_PER_ARTICLE = 8;
const LINE_LENGTH = 200;

/** Common words above this weight may as well be unknown. */
const COMMON_WEIGHT = 0.45;

const [ELSEWHERE, TEXT, TITLE, PRINTED, BOTH] = [0, 1, 2, 3, 4];

/** The terms of one article with the strongest field each stands in, and whether a signature has it. */
type Terms = Map<string, { kind: TokenKind; field: number; isSigned: boolean }>;

/**
 * Makes the index of a library. The same entries in the same order give the same index, to the byte.
 *
 * @param entries in any order, which becomes the order of the index
 */
export function buildIndex(entries: readonly IndexEntry[]): DiagnosisIndex {
  const termsOf = entries.map(readTerms);
  const frequencies = new Map<string, number>();
  for (const terms of termsOf) {
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const weigh = (term: string, kind: TokenKind) =>
    termWeight(term, kind, frequencies.get(term) ?? 0, entries.length);

  const vocabulary = new Map<number, { weight: number; postings: number[] }>();
  const know = (term: string, kind: TokenKind) => {
    const hash = hashTerm(term);
    const weight = weigh(term, kind);
    const known = vocabulary.get(hash);
    if (known) {
      known.weight = Math.max(known.weight, weight);
      return known;
    }
    const entry = { weight, postings: [] };
    vocabulary.set(hash, entry);
    return entry;
  };
  for (const term of commonTerms) {
    if (weigh(term, 'word') <= COMMON_WEIGHT) know(term, 'word');
  }
  const shared = entries.length > SMALL_LIBRARY ? sharedTerms(entries.length) : TERMS_PER_ARTICLE;
  const rest = termsOf.map((terms, article) => {
    const best = telling(terms, weigh);
    // What a signature says must find the article.
    const signed = best.filter(([, { isSigned }]) => isSigned);
    best.splice(0, best.length, ...new Set([...signed, ...best]));
    for (const [term, { kind, field }] of best.slice(0, shared)) {
      know(term, kind).postings.push(article * FIELD_FACTORS.length + field);
    }
    return best.slice(shared);
  });
  return {
    version: INDEX_VERSION,
    articles: entries.map((entry, at) => {
      const own = rest[at] ?? [];
      const article = readArticle(entry, weigh);
      return own.length === 0 ? article : { ...article, terms: encodeOwn(own, weigh) };
    }),
    ...encode(vocabulary),
  };
}

type Weigh = (term: string, kind: TokenKind) => number;

function telling(terms: Terms, weigh: Weigh) {
  return [...terms]
    .map((entry) => {
      const [term, { kind, field }] = entry;
      return { entry, score: weigh(term, kind) * Math.abs(FIELD_FACTORS[field] ?? 0) };
    })
    .filter(({ score }) => score > 0.04)
    .sort((a, b) => b.score - a.score)
    .slice(0, TERMS_PER_ARTICLE)
    .map(({ entry }) => entry);
}

function readTerms(entry: IndexEntry): Terms {
  const terms: Terms = new Map();
  const add = (text: string, field: number, isSignature = false, isSigned = false) => {
    for (const line of text.split('\n')) {
      for (const { term, kind, stems, parts } of tokenize(cleanLine(line), isSignature)) {
        if (kind === 'gap') continue;
        note(term, kind, field, isSigned);
        // What a name begins with matters where the software prints it with varying ends.
        if (field === PRINTED && isSignature) {
          for (const open of stems) if (open.endsWith(WILDCARD)) note(open, 'name', TEXT);
        }
        for (const part of parts) note(part, 'word', Math.min(field, TEXT));
      }
    }
  };
  const note = (term: string, kind: TokenKind, field: number, isSigned = false) => {
    const known = terms.get(term);
    if (!known) terms.set(term, { kind, field, isSigned });
    else if (known.field === PRINTED && field === TITLE) known.field = BOTH;
    else known.field = Math.max(known.field, field);
  };
  for (const signature of entry.signatures) add(signature, PRINTED, true, true);
  for (const message of entry.messages) add(message, PRINTED, true);
  add(`${entry.title}\n${entry.summary ?? ''}`, TITLE, true, true);
  add(`${entry.project} ${entry.component ?? ''}\n${entry.code ?? ''}`, TITLE);
  add([...entry.affected.map((range) => range.package), ...(entry.seenIn ?? [])].join(' '), TITLE);
  add(entry.text, TEXT);
  add(entry.lookAlikes ?? '', ELSEWHERE);
  return terms;
}

const maskOf = <T>(all: readonly T[], some: readonly T[]) =>
  all.reduce((mask, value, bit) => (some.includes(value) ? mask + 2 ** bit : mask), 0);

function readArticle(entry: IndexEntry, weigh: Weigh): IndexedArticle {
  const { id, slug, project, affected, signatures } = entry;
  const known = new Set(signatures.map((line) => line.trim()));
  const lines = [...new Set(entry.messages.flatMap((message) => message.split('\n')))]
    .map((line) => line.trim().slice(0, LINE_LENGTH))
    .filter((line) => line !== '' && !known.has(line))
    .map((line) => ({
      line,
      weight: tokenize(cleanLine(line), true).reduce(
        (sum, { term, kind }) => sum + weigh(term, kind),
        0,
      ),
    }))
    .filter(({ line, weight }) => weight > 1 && isTelling(line))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LINES_PER_ARTICLE)
    .map(({ line }) => line);
  return {
    id,
    slug,
    project,
    platforms: maskOf(platforms, entry.platforms),
    pythons: maskOf(pythonVersions, affectedPythons(entry.python, entry.builds)),
    builds: maskOf(builds, entry.builds),
    affected: affected.map((range) => [
      normalizeName(range.package),
      range.introduced ?? '',
      range.fixed ?? '',
    ]),
    signatures: signatures.filter(isTelling),
    lines,
  };
}

const isTelling = (line: string) => !isBoilerplate(tokenize(cleanLine(line), true));

/** Terms of one article by themselves; read back in `open-index.ts`. */
function encodeOwn(terms: ReturnType<typeof telling>, weigh: Weigh): string {
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

function encode(vocabulary: ReadonlyMap<number, { weight: number; postings: number[] }>) {
  const hashes = [...vocabulary.keys()].sort((a, b) => a - b);
  const entries = hashes.map((hash) => vocabulary.get(hash) ?? { weight: 0, postings: [] });
  const steps = entries.map(({ weight }) => Math.round(weight * WEIGHT_STEPS));
  const postings = entries.map((entry) => [...new Set(entry.postings)].sort((a, b) => a - b));
  return {
    terms: encodeNumbers(toGaps(hashes)),
    weights: encodeNumbers(steps),
    postings: postings.map((list) => encodeNumbers(toGaps(list))).join(','),
  };
}
