import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { factsSchema, translationSchema, type Facts } from '../../domain/facts/facts.ts';
import { slugPattern } from '../../domain/facts/slug-pattern.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { findDraftMarkers, sourceFile } from '../validate/find-draft-markers.ts';
import { validateArticle } from '../validate/validate-article.ts';
import type { ArticleCache, Sources } from './article-cache.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ArticleText, LibraryArticle } from './library-model.ts';
import { parseOrReport, validateData } from './validate-data.ts';

/** The folder of an article as it was read. */
export interface ArticleReading {
  /** `undefined` if the English text has a problem; a translation with a problem is left out. */
  article: LibraryArticle | undefined;
  /** Sources of the texts by file, including those with problems. */
  sources: Sources;
  problems: Problem[];
}

/** Folder of an article with what shows its fault. */
export const reproductionFolder = 'reproduce';

const textName = (locale: Locale) => `${locale}.mdx`;

const textNames = locales.map(textName);

/**
 * Reads and validates the folder of an article.
 *
 * @param cache of articles that were validated before
 */
export function readArticle(
  slug: string,
  { root, today }: Pick<ReadContext, 'root' | 'today'>,
  cache?: ArticleCache,
): ArticleReading {
  const problems: Problem[] = [];
  const context = { root, today, problems };
  const sources = readSources(slug, context);
  const known = problems.length === 0 ? cache?.find(slug, sources) : undefined;
  if (known) return { article: known, sources, problems };
  const article = parseArticle(slug, sources, context);
  if (article && problems.length === 0) cache?.add(article, sources);
  return { article, sources, problems };
}

const articleFile = (slug: string, locale: Locale) =>
  `content/articles/${slug}/${textName(locale)}`;

/** Reads the texts of an article, and reports what else is in its folder. */
function readSources(slug: string, context: ReadContext): Sources {
  const { problems } = context;
  const folder = `content/articles/${slug}`;
  const sources = new Map<string, string>();
  if (!slugPattern.test(slug)) {
    const found = JSON.stringify(slug);
    const expected = 'a slug such as cython-walrus-crash';
    problems.push({ file: folder, field: 'folder name', found, expected });
    return sources;
  }
  const entries = listFolder(context, folder);
  problems.push(...unexpectedEntries(folder, entries));
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const english = articleFile(slug, defaultLocale);
  if (!names.has(textName(defaultLocale))) {
    if (problems.some(({ file }) => file === english)) return sources;
    const expected = 'the English article with the facts';
    problems.push({ file: english, field: 'file', found: 'nothing', expected });
    return sources;
  }
  for (const locale of locales) {
    if (!names.has(textName(locale))) continue;
    const file = articleFile(slug, locale);
    const source = readText(context, file, MAX_BYTES.article);
    if (source !== undefined) sources.set(file, source);
  }
  return sources;
}

function parseArticle(
  slug: string,
  sources: Sources,
  context: ReadContext,
): LibraryArticle | undefined {
  const parse = (locale: Locale) => parseText(articleFile(slug, locale), sources, context);
  const english = parse(defaultLocale);
  const facts = english && validateData(factsSchema, english.data, english.text, context);
  if (!english || !facts) return undefined;

  const digest = sourceDigest(facts, english.text.body);
  const translations: LibraryArticle['translations'] = {};
  for (const locale of locales) {
    if (locale === defaultLocale) continue;
    const translated = parse(locale);
    const words =
      translated && validateData(translationSchema, translated.data, translated.text, context);
    if (translated && words) {
      translations[locale] = { ...translated.text, words, stale: words.source !== digest };
    }
  }
  return { slug, facts, text: english.text, digest, translations };
}

function unexpectedEntries(folder: string, entries: readonly Dirent[]): Problem[] {
  return entries.flatMap((entry) => {
    const { name } = entry;
    const file = `${folder}/${name}`;
    // Its content is read by what runs or checks it, not by every build.
    if (name === reproductionFolder) {
      return entry.isDirectory() ? [] : [wrongKind(file, entry, 'a folder')];
    }
    if (![...textNames, sourceFile].includes(name)) {
      const expected = [...textNames, reproductionFolder].join(', ');
      return [{ file, field: 'file name', found: JSON.stringify(name), expected }];
    }
    return entry.isFile() ? [] : [wrongKind(file, entry, 'a file')];
  });
}

/** Parses and validates a text. Returns `undefined` if it is missing or has a problem. */
function parseText(
  file: string,
  sources: Sources,
  { problems }: ReadContext,
): { data: unknown; text: ArticleText } | undefined {
  const source = sources.get(file);
  if (source === undefined) return undefined;
  const frontMatter = parseOrReport(file, problems, () => readFrontMatter(source));
  if (!frontMatter) return undefined;
  const { data, body, bodyLine, lineOf } = frontMatter;
  problems.push(...findDraftMarkers(file, source, bodyLine));
  const { violations, hasComponents, anchors, links } = validateArticle(body);
  const lineInFile = (line: number) => bodyLine + line - 1;
  for (const { line, found, expected } of violations) {
    problems.push({ file, line: lineInFile(line), field: 'text', found, expected });
  }
  if (violations.length > 0) return undefined;
  const text: ArticleText = {
    file,
    body,
    bodyLine,
    lineOf,
    hasComponents,
    anchors: anchors.map(({ name }) => name),
    links: links.map(({ line, to }) => ({ line: lineInFile(line), to })),
  };
  return { data, text };
}

/** Returns the first 12 hexadecimal digits of the SHA-256 of title, summary, fix and body, joined by blank lines. */
export function sourceDigest(
  { title, summary, fix }: Pick<Facts, 'title' | 'summary' | 'fix'>,
  body: string,
): string {
  const text = [title, summary, fix.text, body.trim()].join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
