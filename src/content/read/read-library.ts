import path from 'node:path';
import {
  compatibilitySchema,
  incompatibleRanges,
  type CompatibilityTable,
} from '../../domain/compatibility/compatibility-table.ts';
import { projectSchema } from '../../domain/facts/facts.ts';
import { libraryProblems } from '../../domain/facts/library-problems.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { findDeadLinks, findDeadTargets } from '../validate/internal-links.ts';
import { currentDay } from '../../domain/facts/late-dates.ts';
import {
  compareCodeUnits,
  isContentFolder,
  listFolder,
  wrongKind,
  type ReadContext,
} from './files.ts';
import type { Library, LibraryArticle } from './library-model.ts';
import { readArticle } from './read-article.ts';
import {
  messageAddressesFile,
  readMessageAddresses,
  readRecord,
  readReleases,
} from './read-records.ts';
import { readYamlFolder, type YamlFolder } from './read-yaml-folder.ts';
import { locateProblem } from './validate-data.ts';

/** Files and folders that `content/` may contain. */
const LAYOUT: Readonly<Record<string, 'file' | 'folder'>> = {
  LICENSE: 'file',
  articles: 'folder',
  compatibility: 'folder',
  'message-addresses.json': 'file',
  projects: 'folder',
  releases: 'folder',
  'upstream.json': 'file',
  'words.txt': 'file',
};

/**
 * Reads and validates `content/`. Mistakes in files never throw; each becomes a problem with file and line.
 *
 * @param root the project's root folder
 * @param today in UTC, such as 2026-11-21
 */
export async function readLibrary(root: string, today = currentDay()): Promise<Library> {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const context = { root, today, problems, sources };
  const parts = await readLayout(context);
  const projects = await readYamlFolder(context, parts, 'projects', projectSchema);
  const tables = await readYamlFolder(context, parts, 'compatibility', compatibilitySchema);
  const releases = parts.has('releases') ? await readReleases(context) : new Map();
  const upstream = parts.has('upstream.json') ? await readRecord(context) : undefined;
  const messageAddresses = parts.has('message-addresses.json')
    ? await readMessageAddresses(context)
    : new Map<string, string[]>();
  const slugs = await readSlugs(context, parts);
  const read = await Promise.all(slugs.map((slug) => readArticle(slug, context)));
  const articles = read.flatMap((article) => article ?? []);
  for (const article of articles) addCompatibility(article, tables, problems);

  const existing = { slugs: new Set(slugs), projects: projects.names };
  problems.push(
    ...problemsAcross(articles, existing),
    ...findDeadLinks(articles, existing.slugs),
    ...findDeadTargets(messageAddressesFile, messageAddresses, articles, existing.slugs),
  );
  problems.sort((a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return {
    articles,
    projects: projects.values,
    compatibility: tables.values,
    releases,
    upstream,
    messageAddresses,
    slugs,
    sources,
    problems,
  };
}

/** Reports facts that contradict other articles or refer to what does not exist. */
function problemsAcross(
  articles: readonly LibraryArticle[],
  existing: Parameters<typeof libraryProblems>[1],
): Problem[] {
  const texts = new Map(articles.map(({ slug, text }) => [slug, text]));
  const facts = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  return libraryProblems(facts, existing).flatMap(({ slug, ...problem }) => {
    const text = texts.get(slug);
    return text ? [locateProblem(text, problem)] : [];
  });
}

/** Adds the ranges of the tables that an article names to its facts. */
function addCompatibility(
  { facts, text }: LibraryArticle,
  { names, values }: YamlFolder<CompatibilityTable>,
  problems: Problem[],
): void {
  facts.compatibility.forEach(({ table: name, ...part }, index) => {
    const table = values.get(name);
    if (table) facts.affected.push(...incompatibleRanges(table, part));
    if (names.has(name)) return;
    const problem = {
      path: ['compatibility', index, 'table'],
      found: JSON.stringify(name),
      expected: [...names].sort().join(', ') || 'the name of a file of content/compatibility',
    };
    problems.push(locateProblem(text, problem));
  });
}

/** Returns the names of the parts of `content/` that are there and can be read. */
async function readLayout(context: ReadContext): Promise<ReadonlySet<string>> {
  if (!(await isContentFolder(context))) return new Set();
  const entries = (await listFolder(context, 'content')).filter((entry) => {
    const { name } = entry;
    const file = `content/${name}`;
    const kind = Object.hasOwn(LAYOUT, name) ? LAYOUT[name] : undefined;
    if (kind === undefined) {
      const expected = Object.keys(LAYOUT).join(', ');
      context.problems.push({ file, field: 'file name', found: JSON.stringify(name), expected });
      return false;
    }
    if (entry.isFile() === (kind === 'file')) return true;
    context.problems.push(wrongKind(file, entry, `a ${kind}`));
    return false;
  });
  const parts = new Set(entries.map(({ name }) => name));
  for (const file of ['content/articles', 'content/projects']) {
    const isRefused = context.problems.some((problem) => problem.file === file);
    if (isRefused || parts.has(path.basename(file))) continue;
    context.problems.push({ file, field: 'file', found: 'nothing', expected: 'a folder' });
  }
  return parts;
}

async function readSlugs(context: ReadContext, parts: ReadonlySet<string>): Promise<string[]> {
  const folder = 'content/articles';
  if (!parts.has('articles')) return [];
  return (await listFolder(context, folder)).flatMap((entry) => {
    if (entry.isDirectory()) return [entry.name];
    const file = `${folder}/${entry.name}`;
    context.problems.push(wrongKind(file, entry, 'a folder for each article'));
    return [];
  });
}
