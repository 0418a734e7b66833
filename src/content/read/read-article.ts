import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { factsSchema, slugPattern, translationSchema } from '../../domain/facts/facts.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { findDraftMarkers, sourceFile } from '../validate/find-draft-markers.ts';
import { validateArticle } from '../validate/validate-article.ts';
import { listFolder, readText } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ArticleText, Library, LibraryArticle } from './library-model.ts';
import { parseOrReport, validateData } from './validate-data.ts';

/** Receives what reading an article yields besides the article. */
type Output = Pick<Library, 'problems' | 'sources'>;

const textName = (locale: Locale) => `${locale}.mdx`;

const textNames = locales.map(textName);

/**
 * Reads and validates the folder of an article. Returns `undefined` if the English text has a problem; a translation
 * with a problem is left out.
 */
export async function readArticle(
  root: string,
  slug: string,
  output: Output,
): Promise<LibraryArticle | undefined> {
  const { problems } = output;
  const folder = `content/articles/${slug}`;
  if (!slugPattern.test(slug)) {
    const found = JSON.stringify(slug);
    const expected = 'a slug such as cython-walrus-crash';
    problems.push({ file: folder, field: 'folder name', found, expected });
    return undefined;
  }
  const entries = await listFolder(root, folder, problems);
  problems.push(...unexpectedEntries(folder, entries));
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const file = `${folder}/${textName(defaultLocale)}`;
  if (!names.has(textName(defaultLocale))) {
    const expected = 'the English article with the facts';
    problems.push({ file, field: 'file', found: 'nothing', expected });
    return undefined;
  }

  const english = await readArticleText(root, file, output);
  const facts = english && validateData(factsSchema, english.data, english.text, problems);
  if (!english || !facts) return undefined;

  const digest = sourceDigest(facts.title, facts.summary, english.text.body);
  const translations: LibraryArticle['translations'] = {};
  for (const locale of locales) {
    if (locale === defaultLocale || !names.has(textName(locale))) continue;
    const translated = await readArticleText(root, `${folder}/${textName(locale)}`, output);
    const words =
      translated && validateData(translationSchema, translated.data, translated.text, problems);
    if (translated && words) {
      translations[locale] = { ...translated.text, words, stale: words.source !== digest };
    }
  }
  return { slug, facts, text: english.text, digest, translations };
}

function unexpectedEntries(folder: string, entries: readonly Dirent[]): Problem[] {
  return entries
    .filter((entry) => !entry.isFile() || ![...textNames, sourceFile].includes(entry.name))
    .map(({ name }) => ({
      file: `${folder}/${name}`,
      field: 'file name',
      found: JSON.stringify(name),
      expected: textNames.join(', '),
    }));
}

async function readArticleText(
  root: string,
  file: string,
  { problems, sources }: Output,
): Promise<{ data: unknown; text: ArticleText } | undefined> {
  const source = await readText(root, file, problems);
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

/** Returns the first 12 hexadecimal digits of the SHA-256 of title, summary and body, joined by blank lines. */
function sourceDigest(title: string, summary: string, body: string): string {
  const text = [title, summary, body.trim()].join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
