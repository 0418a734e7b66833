import { createHash } from 'node:crypto';
import { SMALL_LIBRARY, type DiagnosisIndex } from '../diagnosis/index/diagnosis-index.ts';
import { splitIndex } from '../diagnosis/index/index-parts.ts';
import type {
  DiagnosisFile,
  DiagnosisPart,
  Answers,
  ServedTables,
} from '../diagnosis/index/served-index.ts';
import { diagnosisIndexPath } from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Number of hexadecimal digits of a digest in a file name. */
export const DIGEST_LENGTH = 12;

/** The files of the diagnosis index of one language. */
export interface ServedIndex {
  locale: Locale;
  /** Contains a digest of the content, so that caches may keep the files forever. */
  path: string;
  /** JSON of the file that every diagnosis needs. */
  json: string;
  /** JSON of the parts of a large library; their paths are `diagnosisPartPath(path, number)`. */
  parts: string[];
}

/** Returns the files of an index: one for a small library, a table and the parts for a large one. */
export function serveIndex(
  locale: Locale,
  index: DiagnosisIndex,
  answers: Answers,
  tables: ServedTables,
): ServedIndex {
  const { file, parts } = filesOf(index, answers, tables);
  const json = JSON.stringify(file);
  const partsJson = parts.map((part) => JSON.stringify(part));
  const hash = createHash('sha256').update(json);
  for (const part of partsJson) hash.update(part);
  const path = diagnosisIndexPath(locale, hash.digest('hex').slice(0, DIGEST_LENGTH));
  return { locale, path, json, parts: partsJson };
}

function filesOf(
  index: DiagnosisIndex,
  answers: Answers,
  tables: ServedTables,
): { file: DiagnosisFile; parts: DiagnosisPart[] } {
  if (index.articles.length <= SMALL_LIBRARY) {
    return { file: { index, answers, tables }, parts: [] };
  }
  const { table, parts } = splitIndex(index);
  return {
    file: { index: { ...index, articles: [], weights: '' }, answers: {}, table, tables },
    parts: parts.map((part) => ({ index: part, answers: answersOf(part, answers) })),
  };
}

function answersOf({ articles }: DiagnosisIndex, answers: Answers): Answers {
  return Object.fromEntries(
    articles.flatMap(({ id }) => {
      const answer = answers[id];
      return answer ? [[id, answer] as const] : [];
    }),
  );
}
