import { shortlist } from '../match/collect-candidates.ts';
import type { DiagnosisIndex, IndexedArticle } from './diagnosis-index.ts';
import { openIndex } from './open-index.ts';
import { isQuestion, readPaste } from '../clean/read-paste.ts';
import { salientLines } from '../match/salient-lines.ts';

/**
 * Articles in one part. With 1, a paste fetches exactly its shortlist, at most 16 files of about 1 KB in parallel. With
 * 4 it fetched three times the bytes, since the articles of a shortlist are rarely neighbors.
 */
export const ARTICLES_PER_PART = 1;

/** Articles of an index that are fetched when a paste may be about them. */
export interface IndexPart {
  number: number;
  articles: (IndexedArticle | null)[];
}

/**
 * Splits an index that is too large to fetch whole: a core that every diagnosis needs, and parts of which a diagnosis
 * needs some.
 */
export function splitIndex(index: DiagnosisIndex): { core: DiagnosisIndex; parts: IndexPart[] } {
  const parts: IndexPart[] = [];
  for (let start = 0; start < index.articles.length; start += ARTICLES_PER_PART) {
    const articles = index.articles.slice(start, start + ARTICLES_PER_PART);
    parts.push({ number: parts.length, articles });
  }
  return { core: { ...index, articles: [] }, parts };
}

/** Returns the numbers of the parts that the diagnosis of a paste needs, the most likely article first. */
export function partsFor(core: DiagnosisIndex, paste: string): number[] {
  const index = openIndex(core);
  const { lines: all } = readPaste(paste);
  const lines = salientLines(all, index);
  const numbers = shortlist(lines, index, isQuestion(all)).map(({ article }) =>
    Math.floor(article / ARTICLES_PER_PART),
  );
  return [...new Set(numbers)];
}

/** Joins a core with some of its parts to an index for `diagnose`; the other articles are `null`. */
export function joinIndex(core: DiagnosisIndex, parts: readonly IndexPart[]): DiagnosisIndex {
  const articles: (IndexedArticle | null)[] = [];
  for (const part of parts) {
    part.articles.forEach((article, index) => {
      articles[part.number * ARTICLES_PER_PART + index] = article;
    });
  }
  return { ...core, articles: Array.from(articles, (article) => article ?? null) };
}
