import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import {
  factsSchema,
  slugPattern,
  translationSchema,
  type Facts,
} from '../../domain/facts/facts.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { findDraftMarkers, sourceFile } from '../validate/find-draft-markers.ts';
import { validateArticle } from '../validate/validate-article.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ArticleText, Library, LibraryArticle } from './library-model.ts';
import { parseOrReport, validateData } from './validate-data.ts';

/** `sources` receives the source of each text. */
type ArticleContext = ReadContext & Pick<Library, 'sources'>;

/** Folder of an article with what shows its fault. */
export const reproductionFolder = 'reproduce';

const textName = (locale: Locale) => `${locale}.mdx`;

const textNames = locales.map(textName);

/**
 * Reads and validates the folder of an article. Returns `undefined` if the English text has a problem; a translation
 * with a problem is left out.
 */
export async function readArticle(
  slug: string,
  context: ArticleContext,
): Promise<LibraryArticle | undefined> {
  const { problems } = context;
  const folder = `content/articles/${slug}`;
  if (!slugPattern.test(slug)) {
    const found = JSON.stringify(slug);
    const expected = 'a slug such as cython-walrus-crash';
    problems.push({ file: folder, field: 'folder name', found, expected });
    return undefined;
  }
  const entries = await listFolder(context, folder);
  problems.push(...unexpectedEntries(folder, entries));
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const file = `${folder}/${textName(defaultLocale)}`;
  if (!names.has(textName(defaultLocale))) {
    if (problems.some((problem) => problem.file === file)) return undefined;
    const expected = 'the English article with the facts';
    problems.push({ file, field: 'file', found: 'nothing', expected });
    return undefined;
  }

  const english = await readArticleText(file, context);
  const facts = english && validateData(factsSchema, english.data, english.text, context);
  if (!english || !facts) return undefined;

  const digest = sourceDigest(facts, english.text.body);
  const translations: LibraryArticle['translations'] = {};
  for (const locale of locales) {
    if (locale === defaultLocale || !names.has(textName(locale))) continue;
    const translated = await readArticleText(`${folder}/${textName(locale)}`, context);
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

async function readArticleText(
  file: string,
  context: ArticleContext,
): Promise<{ data: unknown; text: ArticleText } | undefined> {
  const { problems, sources } = context;
  const source = await readText(context, file, MAX_BYTES.article);
  if (source === undefined) return undefined;
  sources.set(file, source);
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
function sourceDigest({ title, summary, fix }: Facts, body: string): string {
  const text = [title, summary, fix.text, body.trim()].join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
