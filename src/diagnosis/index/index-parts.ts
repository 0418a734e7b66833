import { shortlist } from '../match/collect-candidates.ts';
import type { DiagnosisIndex, IndexedArticle } from './diagnosis-index.ts';
import { openIndex } from './open-index.ts';
import { isQuestion, readPaste } from '../clean/read-paste.ts';
import { salientLines } from '../match/salient-lines.ts';

/**
 * Articles in one part. With one, a paste fetches its shortlist and nothing else: at most 16 files of about 1 KB,
 * side by side; with four it was three times the bytes, since the articles of a shortlist seldom are neighbours.
 */
export const ARTICLES_PER_PART = 1;

/** Some articles of an index, to be fetched when a paste may speak of them. */
export interface IndexPart {
  number: number;
  articles: (IndexedArticle | null)[];
}

/**
 * Takes an index apart: a core that every diagnosis needs, and the articles in parts of which a diagnosis needs some.
 * For libraries whose index is too large to fetch whole.
 */
export function splitIndex(index: DiagnosisIndex): { core: DiagnosisIndex; parts: IndexPart[] } {
  const parts: IndexPart[] = [];
  for (let start = 0; start < index.articles.length; start += ARTICLES_PER_PART) {
    const articles = index.articles.slice(start, start + ARTICLES_PER_PART);
    parts.push({ number: parts.length, articles });
  }
  return { core: { ...index, articles: [] }, parts };
}

/** The numbers of the parts that a paste needs beside the core, the most promising first. */
export function partsFor(core: DiagnosisIndex, paste: string): number[] {
  const knowledge = openIndex(core);
  const { lines: all } = readPaste(paste);
  const lines = salientLines(all, knowledge);
  const numbers = shortlist(lines, knowledge, isQuestion(all)).map(({ article }) =>
    Math.floor(article / ARTICLES_PER_PART),
  );
  return [...new Set(numbers)];
}

/** A core with some of its parts: an index that `diagnose` takes, in which the other articles do not exist. */
export function joinIndex(core: DiagnosisIndex, parts: readonly IndexPart[]): DiagnosisIndex {
  const articles: (IndexedArticle | null)[] = [];
  for (const part of parts) {
    part.articles.forEach((article, at) => {
      articles[part.number * ARTICLES_PER_PART + at] = article;
    });
  }
  return { ...core, articles: Array.from(articles, (article) => article ?? null) };
}
