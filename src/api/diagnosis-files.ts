import { createHash } from 'node:crypto';
import { SMALL_LIBRARY, type DiagnosisIndex } from '../diagnosis/index/diagnosis-index.ts';
import { splitIndex } from '../diagnosis/index/index-parts.ts';
import type { DiagnosisFile, DiagnosisPart, Titles } from '../diagnosis/index/served-index.ts';
import { diagnosisIndexPath } from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Number of hexadecimal digits of a digest in a file name. */
const DIGEST_LENGTH = 12;

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

/** Returns the files of an index: one for a small library, a core and its parts for a large one. */
export function serveIndex(locale: Locale, index: DiagnosisIndex, titles: Titles): ServedIndex {
  const isSplit = index.articles.length > SMALL_LIBRARY;
  const { core, parts } = isSplit ? splitIndex(index) : { core: index, parts: [] };
  const file: DiagnosisFile = { index: core, titles: isSplit ? {} : titles, isSplit };
  const json = JSON.stringify(file);
  const partsJson = parts.map((part) => {
    const partTitles = part.articles.flatMap((article) =>
      article ? [[article.id, titles[article.id] ?? article.id] as const] : [],
    );
    return JSON.stringify({
      ...part,
      titles: Object.fromEntries(partTitles),
    } satisfies DiagnosisPart);
  });
  const hash = createHash('sha256').update(json);
  for (const part of partsJson) hash.update(part);
  const path = diagnosisIndexPath(locale, hash.digest('hex').slice(0, DIGEST_LENGTH));
  return { locale, path, json, parts: partsJson };
}
