import { createHash } from 'node:crypto';
import { searchIndexPath, searchPartPath } from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { splitLibrary, type SearchFile } from '../search/parts/library-parts.ts';
import type { ListedDocument } from '../search/ranking/listed-library.ts';
import { DIGEST_LENGTH } from './diagnosis-files.ts';

/**
 * Maximum number of articles of a library that the search fetches whole, in one request: the first results cost less than
 * 170 KB in both languages. An article has 0.6 KB after compression in English and 0.8 KB in Chinese.
 */
export const MAX_WHOLE_LIBRARY = 150;

/** Returns the JSON of the search's files in one language by path: one file, or a table and the parts of a large library. */
export function searchFilesOf(
  locale: Locale,
  documents: readonly ListedDocument[],
): Map<string, string> {
  const path = searchIndexPath(locale);
  const json = (file: SearchFile) => JSON.stringify(file);
  if (documents.length <= MAX_WHOLE_LIBRARY) return new Map([[path, json({ documents })]]);
  const { table, parts } = splitLibrary(documents);
  const contents = Object.entries(parts).flatMap(([kind, ofKind]: [string, readonly unknown[]]) =>
    ofKind.map((part, number) => ({ kind, number, json: JSON.stringify(part) })),
  );
  const hash = createHash('sha256');
  for (const part of contents) hash.update(part.json);
  const digest = hash.digest('hex').slice(0, DIGEST_LENGTH);
  return new Map([
    [path, json({ digest, table })],
    ...contents.map(
      (part) => [searchPartPath(path, digest, part.kind, part.number), part.json] as const,
    ),
  ]);
}
