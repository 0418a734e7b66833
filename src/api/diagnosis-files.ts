import { createHash } from 'node:crypto';
import { SMALL_LIBRARY, type DiagnosisIndex } from '../diagnosis/index/diagnosis-index.ts';
import { splitIndex } from '../diagnosis/index/index-parts.ts';
import { diagnosisIndexPath } from '../domain/addresses/addresses.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { buildKnowledge } from './build-knowledge.ts';
import type { Knowledge } from './published-knowledge.ts';
import { readLibrary } from '../content/read/read-library.ts';
import type { DiagnosisFile, DiagnosisPart, Titles } from '../diagnosis/index/served-index.ts';

/** The diagnosis index of one language as it is served: its address carries a digest of its content. */
export interface ServedIndex {
  locale: Locale;
  path: string;
  /** JSON of the file that every diagnosis needs. */
  json: string;
  /** JSON of the parts of a large library, under `diagnosisPartPath(path, number)`. */
  parts: string[];
}

let made: Promise<Knowledge[]> | undefined;
let built: Promise<ServedIndex[]> | undefined;

/** What every language has, made once for a build; a dev server makes it anew so that edits show. */
function knowledge(): Promise<Knowledge[]> {
  if (import.meta.env.DEV) return make();
  made ??= make();
  return made;
}

/** The indexes of every language, made as often. */
export function diagnosisIndexes(): Promise<ServedIndex[]> {
  if (import.meta.env.DEV) return build();
  built ??= build();
  return built;
}

/** What the site knows in one language. */
export async function knowledgeIn(locale: Locale): Promise<Knowledge> {
  const known = (await knowledge()).find(({ language }) => language === locale);
  if (!known) throw new Error(`no knowledge in ${locale}`);
  return known;
}

/** Where the index of one language is served. */
export async function diagnosisPathIn(locale: Locale): Promise<string> {
  const index = (await diagnosisIndexes()).find((candidate) => candidate.locale === locale);
  if (!index) throw new Error(`no diagnosis index in ${locale}`);
  return index.path;
}

async function make(): Promise<Knowledge[]> {
  const { articles } = await readLibrary(process.cwd());
  return locales.map((locale) => buildKnowledge(articles, locale));
}

async function build(): Promise<ServedIndex[]> {
  const known = await knowledge();
  return known.map(({ language, index, cards }) => {
    const titles = Object.entries(cards).map(([id, { title }]) => [id, title] as const);
    return serveIndex(language, index, Object.fromEntries(titles));
  });
}

/** The files of one index: one for a small library, a core and its parts for a large one. */
export function serveIndex(locale: Locale, index: DiagnosisIndex, titles: Titles): ServedIndex {
  const isSplit = index.articles.length > SMALL_LIBRARY;
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
