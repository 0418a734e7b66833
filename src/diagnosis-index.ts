import { createHash } from 'node:crypto';
import { buildIndex } from './diagnose/build-index.ts';
import { diagnosisIndexPath } from './domain/addresses.ts';
import { locales, type Locale } from './domain/vocabulary.ts';
import { indexEntry } from './markdown/index-entry.ts';
import { readLibrary } from './markdown/read-library.ts';
import type { DiagnosisFile } from './search/diagnosis-file.ts';

/** The diagnosis index of one language as it is served: its address carries a digest of its content. */
export interface ServedIndex {
  locale: Locale;
  digest: string;
  path: string;
  json: string;
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
  return locales.map((locale) => {
    const entries = articles.map((article) => indexEntry(article, locale));
    const file: DiagnosisFile = {
      index: buildIndex(entries),
      titles: Object.fromEntries(entries.map(({ id, title }) => [id, title])),
    };
    const json = JSON.stringify(file);
    const digest = createHash('sha256').update(json).digest('hex').slice(0, 12);
    return { locale, digest, path: diagnosisIndexPath(locale, digest), json };
  });
}
