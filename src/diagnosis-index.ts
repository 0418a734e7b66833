import { createHash } from 'node:crypto';
import { buildIndex } from './diagnose/build-index.ts';
import { SMALL_LIBRARY } from './diagnose/diagnosis-index.ts';
import { splitIndex } from './diagnose/index-parts.ts';
import type { IndexEntry } from './diagnose/index-entry.ts';
import { diagnosisIndexPath } from './domain/addresses.ts';
import { locales, type Locale } from './domain/vocabulary.ts';
import { indexEntry } from './markdown/index-entry.ts';
import { readLibrary } from './markdown/read-library.ts';
import type { DiagnosisFile, DiagnosisPart, Titles } from './search/diagnosis-file.ts';

/** The diagnosis index of one language as it is served: its address carries a digest of its content. */
export interface ServedIndex {
  locale: Locale;
  path: string;
  /** JSON of the file that every diagnosis needs. */
  json: string;
  /** JSON of the parts of a large library, under `diagnosisPartPath(path, number)`. */
  parts: string[];
}

let built: Promise<ServedIndex[]> | undefined;

/** The indexes of every language, made once for a build; a dev server makes them anew so that edits show. */
export function diagnosisIndexes(): Promise<ServedIndex[]> {
  if (import.meta.env.DEV) return build();
  built ??= build();
  return built;
}

/** Where the index of one language is served. */
export async function diagnosisPathIn(locale: Locale): Promise<string> {
  const index = (await diagnosisIndexes()).find((candidate) => candidate.locale === locale);
  if (!index) throw new Error(`no diagnosis index in ${locale}`);
  return index.path;
}

async function build(): Promise<ServedIndex[]> {
  const { articles } = await readLibrary(process.cwd());
  return locales.map((locale) =>
    serveIndex(
      locale,
      articles.map((article) => indexEntry(article, locale)),
    ),
  );
}

/** The files of one index: one for a small library, a core and its parts for a large one. */
export function serveIndex(locale: Locale, entries: readonly IndexEntry[]): ServedIndex {
  const index = buildIndex(entries);
  const titles: Titles = Object.fromEntries(entries.map(({ id, title }) => [id, title]));
  const isSplit = entries.length > SMALL_LIBRARY;
  const { core, parts } = isSplit ? splitIndex(index) : { core: index, parts: [] };
  const file: DiagnosisFile = { index: core, titles: isSplit ? {} : titles, isSplit };
  const json = JSON.stringify(file);
  const partsJson = parts.map((part) => {
    const own = part.articles.flatMap((article) =>
      article ? [[article.id, titles[article.id] ?? article.id] as const] : [],
    );
    return JSON.stringify({ ...part, titles: Object.fromEntries(own) } satisfies DiagnosisPart);
  });
  const hash = createHash('sha256').update(json);
  for (const part of partsJson) hash.update(part);
  const path = diagnosisIndexPath(locale, hash.digest('hex').slice(0, 12));
  return { locale, path, json, parts: partsJson };
}
