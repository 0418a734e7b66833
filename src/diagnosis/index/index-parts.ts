import { signatureLine, type Signature } from '../../domain/facts/signature.ts';
import { readBareName } from '../clean/bare-name.ts';
import { readPaste, type Localization } from '../clean/read-paste.ts';
import { comparedText, wordsOf } from '../match/normalize.ts';
import type { DiagnosisIndex, IndexedArticle } from './diagnosis-index.ts';
import { hashTerm } from '../../domain/text/hash-term.ts';
import { decodeNumbers, encodeNumbers, fromGaps, toGaps } from '../../domain/text/number-text.ts';
import { openIndex } from './open-index.ts';
import { decodeWeights, encodeWeights, signatureWords } from './word-weights.ts';

/**
 * The table of an index that is too large to fetch whole. It is divided by the anchors of its signatures: a diagnosis
 * needs only the parts of those anchors that the paste has.
 */
export interface PartTable {
  /** Hashes of the anchors, ascending, as gaps. */
  anchors: string;
  /** Number of parts. The part of an anchor is its hash modulo this number. */
  count: number;
}

/** Mean number of signatures in a part, unless there would be too many parts. With 16, a part has about 2 KB after compression. */
const SIGNATURES_PER_PART = 16;

/** Each part is a file. Chosen: with 5,000 articles, a part has about 4 KB after compression. */
const MAX_PARTS = 1000;

/** Divides an index. Each part is an index with the articles that have signatures in it, and with these signatures only. */
export function splitIndex(index: DiagnosisIndex): { table: PartTable; parts: DiagnosisIndex[] } {
  const { byAnchor } = openIndex(index);
  const total = [...byAnchor.values()].reduce((sum, { length }) => sum + length, 0);
  const count = Math.min(Math.ceil(total / SIGNATURES_PER_PART), MAX_PARTS);
  const hashes = new Set<number>();
  const partOf = new Map<Signature, number>();
  for (const [anchor, signatures] of byAnchor) {
    const hash = hashTerm(anchor);
    hashes.add(hash);
    for (const { declared } of signatures) partOf.set(declared, hash % count);
  }
  const weights = weightsOf(index);
  const shared = articlesWithSharedLines(index);
  const articles = Array.from({ length: count }, (): IndexedArticle[] => []);
  for (const article of index.articles) {
    const numbers = new Set(article.signatures.flatMap((signature) => partOf.get(signature) ?? []));
    for (const part of numbers) {
      const signatures = shared.has(article)
        ? article.signatures
        : article.signatures.filter((signature) => partOf.get(signature) === part);
      articles[part]?.push({ ...article, signatures });
    }
  }
  const parts = articles.map((own) => withArticles(index, own, weights));
  const anchors = encodeNumbers(toGaps([...hashes].sort((a, b) => a - b)));
  return { table: { anchors, count }, parts };
}

/** Returns the articles that share a line: a finding names another line by which they can be told apart. */
function articlesWithSharedLines({ articles }: DiagnosisIndex): ReadonlySet<IndexedArticle> {
  const byLine = new Map<string, IndexedArticle[]>();
  for (const article of articles) {
    if (article.lookup) continue;
    for (const line of new Set(article.signatures.map(signatureLine))) {
      byLine.set(line, [...(byLine.get(line) ?? []), article]);
    }
  }
  return new Set([...byLine.values()].filter(({ length }) => length > 1).flat());
}

/** Returns the numbers of the parts that the diagnosis of a paste needs, ascending. */
export function partsFor(
  { anchors, count }: PartTable,
  paste: string,
  localization?: Localization,
): number[] {
  const hashes = new Set(fromGaps(decodeNumbers(anchors)));
  const lines = readBareName(readPaste(paste, localization).lines);
  const words = new Set(lines.flatMap((line) => wordsOf(comparedText(line))));
  const numbers = [...words]
    .map(hashTerm)
    .filter((hash) => hashes.has(hash))
    .map((hash) => hash % count);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/**
 * Joins parts to an index for `diagnose`.
 *
 * @param empty an index without articles
 */
export function joinParts(empty: DiagnosisIndex, parts: readonly DiagnosisIndex[]): DiagnosisIndex {
  const articles = new Map<string, IndexedArticle>();
  for (const article of parts.flatMap((part) => part.articles)) {
    const known = articles.get(article.id)?.signatures ?? [];
    // Parts with articles that share a line repeat signatures.
    const lines = new Set(known.map((signature) => JSON.stringify(signature)));
    const further = article.signatures.filter((one) => !lines.has(JSON.stringify(one)));
    articles.set(article.id, { ...article, signatures: [...known, ...further] });
  }
  const weights = new Map(parts.flatMap((part) => [...weightsOf(part)]));
  return withArticles(empty, [...articles.values()], weights);
}

function weightsOf({ articles, weights }: DiagnosisIndex): Map<string, number> {
  return decodeWeights(signatureWords(articles), weights);
}

function withArticles(
  index: DiagnosisIndex,
  articles: readonly IndexedArticle[],
  weights: ReadonlyMap<string, number>,
): DiagnosisIndex {
  const words = signatureWords(articles);
  return { ...index, articles, weights: encodeWeights(words, (word) => weights.get(word) ?? 0) };
}
