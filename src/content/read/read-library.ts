import { createHash } from 'node:crypto';
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
} from '../../domain/facts/facts.ts';
import { libraryProblems } from '../../domain/facts/library-problems.ts';
import { fieldName, fieldProblems, type FieldProblem, type Problem } from '../../domain/facts/problems.ts';
import type { PackageReleases } from '../../domain/releases/releases.ts';
import type { UpstreamFile } from '../../domain/upstream/upstream-record.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { picturesOf } from './article-folder.ts';
import { draftMarks } from '../validate/find-draft-markers.ts';
import { compare, entriesOf, readUtf8 } from './files.ts';
import { FrontMatterError, parseYaml, readFrontMatter } from './front-matter.ts';
import { validateArticle, type Pointer } from '../validate/validate-article.ts';
import { deadLinks } from '../validate/internal-links.ts';
import { readRecord, readReleases } from './read-records.ts';

/** Text of an article in one language, checked but not rendered. */
export interface ArticleText {
  /** Path from the project's root, with slashes. */
  file: string;
  body: string;
  /** Line of the file (1-based) on which `body` begins. */
  bodyLine: number;
  /** Returns the line of a front matter value in the file (1-based), or of its nearest existing parent. */
  lineOf: LineOf;
  /** True if the text must be compiled as MDX; text without components is rendered as Markdown, which is much faster. */
  hasComponents: boolean;
  /** Anchors that links to this text may use, without `#`. */
  anchors: string[];
  /** Links of the text, with their line in the file. */
  links: Pointer[];
}

export interface LibraryArticle {
  slug: string;
  facts: Facts;
  text: ArticleText;
  /** `source` of an up-to-date translation. */
  digest: string;
  translations: Partial<Record<Locale, LibraryTranslation>>;
}

export interface LibraryTranslation extends ArticleText {
  words: Translation;
  /** True if the English text has changed since it was translated. */
  stale: boolean;
}

export interface Library {
  articles: LibraryArticle[];
  projects: Map<string, Project>;
  /** Recorded releases of packages, by `<ecosystem>/<name>`. */
  releases: Map<string, PackageReleases>;
  /** Last recorded state of the upstream addresses; `undefined` if there is no record. */
  upstream: UpstreamFile | undefined;
  /** Folder names of all articles, including those with problems. */
  slugs: string[];
  /** Source texts of all articles by file, including those with problems. */
  sources: Map<string, string>;
  /** Problems in all files, sorted by file and line. Articles that cannot be read are not in `articles`. */
  problems: Problem[];
}

type LineOf = (path: readonly PropertyKey[]) => number;

/**
 * Reads and checks everything under `content/`. Never throws for the content of a file: each mistake becomes a problem
 * with file and line.
 *
 * @param root root folder of the project
 */
export async function readLibrary(root: string): Promise<Library> {
  const problems: Problem[] = [];
  const { projects, ids } = await readProjects(root, problems);
  const releases = await readReleases(root, problems);
  const upstream = await readRecord(root, problems);
  const slugs = await readSlugs(root, problems);
  const sources = new Map<string, string>();
  const notes = { problems, sources };
  const read = await Promise.all(slugs.map((slug) => readArticle(root, slug, notes)));
  const articles = read.filter((article) => article !== undefined);

  const placed = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  const existing = { slugs: new Set(slugs), projects: ids };
  const texts = new Map(articles.map(({ slug, text }) => [slug, text]));
  for (const { slug, ...problem } of libraryProblems(placed, existing)) {
    const text = texts.get(slug);
    if (text) problems.push(locate(text.file, problem, text.lineOf));
  }
  problems.push(...deadLinks(articles, existing.slugs));
  problems.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles, projects, releases, upstream, slugs, sources, problems };
}

async function readSlugs(root: string, problems: Problem[]): Promise<string[]> {
  const folder = 'content/articles';
  return (await entriesOf(root, folder, problems)).flatMap((entry) => {
    if (entry.isDirectory()) return [entry.name];
    const file = `${folder}/${entry.name}`;
    problems.push({ file, field: 'file', found: 'a file', allowed: 'a folder for each article' });
    return [];
  });
}

async function readProjects(root: string, problems: Problem[]) {
  const projects = new Map<string, Project>();
  const ids = new Set<string>();
  const folder = 'content/projects';
  for (const entry of await entriesOf(root, folder, problems)) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const id = path.basename(name, '.yaml');
    if (!entry.isFile() || !name.endsWith('.yaml') || !slugPattern.test(id)) {
      const found = JSON.stringify(name);
      problems.push({ file, field: 'file name', found, allowed: '<id>.yaml' });
      continue;
    }
    ids.add(id);
    const source = await readUtf8(root, file, problems);
    if (source === undefined) continue;
    const parsed = guarded(file, problems, () => parseYaml(source));
    const project =
      parsed && checked(projectSchema, parsed.data, { file, lineOf: parsed.lineOf }, problems);
    if (project) projects.set(id, project);
  }
  return { projects, ids };
}

async function readArticle(
  root: string,
  slug: string,
  notes: Pick<Library, 'problems' | 'sources'>,
): Promise<LibraryArticle | undefined> {
  const { problems } = notes;
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
  const entries = await entriesOf(root, folder, problems);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const pictures = await picturesOf(root, folder, entries, problems);
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

  const english = await readText(root, file, pictures, notes);
  const facts = english && checked(factsSchema, english.data, english.text, problems);
  if (!english || !facts) return undefined;

  const digest = sourceDigest(facts.title, facts.summary, english.text.body);
  const translations: LibraryArticle['translations'] = {};
  for (const locale of locales.filter((name) => files.includes(`${name}.mdx`))) {
    if (locale === defaultLocale) continue;
    const translated = await readText(root, `${folder}/${locale}.mdx`, pictures, notes);
    const words =
      translated && checked(translationSchema, translated.data, translated.text, problems);
    if (translated && words) {
      translations[locale] = { ...translated.text, words, stale: words.source !== digest };
    }
  }
  return { slug, facts, text: english.text, digest, translations };
}

async function readText(
  root: string,
  file: string,
  pictures: ReadonlySet<string>,
  { problems, sources }: Pick<Library, 'problems' | 'sources'>,
): Promise<{ data: unknown; text: ArticleText } | undefined> {
  const source = await readUtf8(root, file, problems);
  if (source === undefined) return undefined;
  sources.set(file, source);
  const matter = guarded(file, problems, () => readFrontMatter(source));
  if (!matter) return undefined;
  const { data, body, bodyLine, lineOf } = matter;
  // A dev server shows drafts; a build rejects them.
  problems.push(...draftMarks(file, source, bodyLine));
  const inspected = validateArticle(body);
  const { refusals, hasComponents } = inspected;
  for (const { line, to } of inspected.pictures) {
    if (pictures.has(to)) continue;
    const allowed = `a picture in its folder (${[...pictures].join(', ') || 'there is none'})`;
    refusals.push({ line, found: `the picture ${JSON.stringify(`./${to}`)}`, allowed });
  }
  for (const { line, found, allowed } of refusals) {
    problems.push({ file, line: bodyLine + line - 1, field: 'text', found, allowed });
  }
  if (refusals.length > 0) return undefined;
  const anchors = inspected.anchors.map(({ name }) => name);
  const links = inspected.links.map(({ line, to }) => ({ line: bodyLine + line - 1, to }));
  return { data, text: { file, body, bodyLine, lineOf, hasComponents, anchors, links } };
}

/** Runs a front matter reader and turns its error into a problem. */
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
  data: unknown,
  { file, lineOf }: Pick<ArticleText, 'file' | 'lineOf'>,
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
 * Returns the digest of an English article that its translations store as `source`: the first 12 hexadecimal digits of
 * the SHA-256 of title, summary and text.
 */
export function sourceDigest(title: string, summary: string, body: string): string {
  const text = [title, summary, body.trim()].join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
