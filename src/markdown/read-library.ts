import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import {
  factsSchema,
  projectSchema,
  slugPattern,
  translationSchema,
  type Facts,
  type Project,
  type Translation,
} from '../domain/facts.ts';
import { libraryProblems } from '../domain/library.ts';
import { fieldName, fieldProblems, type FieldProblem, type Problem } from '../domain/problems.ts';
import type { PackageReleases } from '../domain/releases.ts';
import type { UpstreamFile } from '../domain/upstream-record.ts';
import { defaultLocale, locales, type Locale } from '../domain/vocabulary.ts';
import { FrontMatterError, parseYaml, readFrontMatter } from './front-matter.ts';
import { inspect } from './gate.ts';
import { readRecord, readReleases } from './read-records.ts';

/** The text of an article in one language, checked, not yet rendered. */
export interface ArticleText {
  /** Path from the project's root, with slashes. */
  file: string;
  body: string;
  /** Must be compiled as MDX; a text without components is rendered as Markdown, which is much faster. */
  hasComponents: boolean;
}

export interface LibraryArticle {
  slug: string;
  facts: Facts;
  text: ArticleText;
  /** What an up-to-date translation names as its `source`. */
  digest: string;
  translations: Partial<Record<Locale, LibraryTranslation>>;
}

export interface LibraryTranslation extends ArticleText {
  words: Translation;
  /** True when the English text is no longer the one this translation was made from. */
  stale: boolean;
}

export interface Library {
  articles: LibraryArticle[];
  projects: Map<string, Project>;
  /** All releases of a package, by `<ecosystem>/<name>`, as far as they have been asked for. */
  releases: Map<string, PackageReleases>;
  /** What was last seen upstream; `undefined` when nobody has looked. */
  upstream: UpstreamFile | undefined;
  /** Everything wrong in any file, in the order of files and lines; what is wrong is not in `articles`. */
  problems: Problem[];
}

/**
 * Reads and checks everything under `content/`. Never throws for what stands in a file:
 * each mistake becomes a problem with its file and line.
 *
 * @param root the project's root folder
 */
export async function readLibrary(root: string): Promise<Library> {
  const problems: Problem[] = [];
  const { projects, ids } = await readProjects(root, problems);
  const releases = await readReleases(root, problems);
  const upstream = await readRecord(root, problems);
  const slugs = await folders(path.join(root, 'content/articles'));
  const read = await Promise.all(slugs.map((slug) => readArticle(root, slug, problems)));
  const articles = read.filter((article) => article !== undefined);

  const placed = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  const existing = { slugs: new Set(slugs), projects: ids };
  const sources = new Map(articles.map((article) => [article.slug, article]));
  for (const { slug, ...problem } of libraryProblems(placed, existing)) {
    const article = sources.get(slug);
    if (article) problems.push(locate(article.text.file, problem, article.lineOf));
  }
  problems.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles: articles.map(withoutLines), projects, releases, upstream, problems };
}

type Located = LibraryArticle & { lineOf: LineOf };
type LineOf = (path: readonly PropertyKey[]) => number;

function withoutLines({ lineOf: _, ...article }: Located): LibraryArticle {
  return article;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function folders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(compare);
}

async function readProjects(root: string, problems: Problem[]) {
  const projects = new Map<string, Project>();
  const ids = new Set<string>();
  const folder = path.join(root, 'content/projects');
  for (const name of (await readdir(folder)).sort(compare)) {
    const file = `content/projects/${name}`;
    const id = path.basename(name, '.yaml');
    if (!name.endsWith('.yaml') || !slugPattern.test(id)) {
      problems.push({
        file,
        field: 'file name',
        found: JSON.stringify(name),
        allowed: '<id>.yaml',
      });
      continue;
    }
    ids.add(id);
    const source = await readFile(path.join(folder, name), 'utf8');
    const parsed = guarded(file, problems, () => parseYaml(source));
    const project = parsed && checked(projectSchema, parsed, file, problems);
    if (project) projects.set(id, project);
  }
  return { projects, ids };
}

async function readArticle(
  root: string,
  slug: string,
  problems: Problem[],
): Promise<Located | undefined> {
  const folder = `content/articles/${slug}`;
  if (!slugPattern.test(slug)) {
    const found = JSON.stringify(slug);
    problems.push({
      file: folder,
      field: 'folder name',
      found,
      allowed: 'a slug such as cython-walrus-crash',
    });
    return undefined;
  }
  const files = await readdir(path.join(root, folder));
  problems.push(...unknownFiles(folder, files));
  const file = `${folder}/${defaultLocale}.mdx`;
  if (!files.includes(`${defaultLocale}.mdx`)) {
    problems.push({
      file,
      field: 'file',
      found: 'nothing',
      allowed: 'the English article with the facts',
    });
    return undefined;
  }

  const english = await readText(root, file, problems);
  const facts = english && checked(factsSchema, english, file, problems);
  if (!english || !facts) return undefined;

  const digest = sourceDigest(facts.title, facts.summary, english.text.body);
  const translations: LibraryArticle['translations'] = {};
  for (const locale of locales.filter((name) => files.includes(`${name}.mdx`))) {
    if (locale === defaultLocale) continue;
    const translated = await readText(root, `${folder}/${locale}.mdx`, problems);
    const words =
      translated && checked(translationSchema, translated, translated.text.file, problems);
    if (translated && words) {
      translations[locale] = { ...translated.text, words, stale: words.source !== digest };
    }
  }
  return { slug, facts, text: english.text, digest, translations, lineOf: english.lineOf };
}

function unknownFiles(folder: string, files: readonly string[]): Problem[] {
  const texts = locales.map((locale) => `${locale}.mdx`);
  return files
    .filter((name) => !texts.includes(name) && !/\.(?:png|jpe?g|webp|svg)$/.test(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      field: 'file name',
      found: JSON.stringify(name),
      allowed: `${texts.join(', ')} and pictures (.png, .jpg, .webp, .svg)`,
    }));
}

async function readText(root: string, file: string, problems: Problem[]) {
  const source = (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const matter = guarded(file, problems, () => readFrontMatter(source));
  if (!matter) return undefined;
  const { refusals, hasComponents } = inspect(matter.body);
  for (const { line, found, allowed } of refusals) {
    problems.push({ file, line: matter.bodyLine + line - 1, field: 'text', found, allowed });
  }
  if (refusals.length > 0) return undefined;
  return { ...matter, text: { file, body: matter.body, hasComponents } };
}

/** Runs a reader of front matter and turns what it refuses into a problem. */
function guarded<T>(file: string, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const { line, found, allowed } = error;
    problems.push({ file, line, field: 'front matter', found, allowed });
    return undefined;
  }
}

function checked<T extends z.ZodType>(
  schema: T,
  { data, lineOf }: { data: unknown; lineOf: LineOf },
  file: string,
  problems: Problem[],
): z.infer<T> | undefined {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const problem of fieldProblems(result.error, data)) {
    problems.push(locate(file, problem, lineOf));
  }
  return undefined;
}

function locate(file: string, { path, found, allowed }: FieldProblem, lineOf: LineOf): Problem {
  return { file, line: lineOf(path), field: fieldName(path), found, allowed };
}

/**
 * The digest by which a translation names the English text it was made from:
 * the first 12 hexadecimal digits of the SHA-256 of title, summary and text.
 */
export function sourceDigest(title: string, summary: string, body: string): string {
  const text = [title, summary, body.trim()].join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
