import path from 'node:path';
import {
  compatibilitySchema,
  incompatibleRanges,
  type CompatibilityTable,
} from '../../domain/compatibility/compatibility-table.ts';
import { projectSchema } from '../../domain/facts/facts.ts';
import type { LookupTable } from '../../domain/lookup/lookup-table.ts';
import { tableSchema } from '../../domain/lookup/table-schema.ts';
import { libraryProblems } from '../../domain/facts/library-problems.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { findDeadLinks, findDeadTargets } from '../validate/internal-links.ts';
import { findLookupProblems } from '../validate/find-lookup-problems.ts';
import { currentDay } from '../../domain/facts/late-dates.ts';
import { ArticleCache } from './article-cache.ts';
import {
  compareCodeUnits,
  isContentFolder,
  listFolder,
  wrongKind,
  type ReadContext,
} from './files.ts';
import type { Library, LibraryArticle } from './library-model.ts';
import { readArticle, type ArticleReading } from './read-article.ts';
import {
  messageAddressesFile,
  readMessageAddresses,
  readRecord,
  readReleases,
} from './read-records.ts';
import { readWanted } from './read-wanted.ts';
import { TableCache } from './table-cache.ts';
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
  tables: 'folder',
  'upstream.json': 'file',
  'wanted.yaml': 'file',
  'words.txt': 'file',
};

/**
 * Reads and validates `content/`. Mistakes in files never throw; each becomes a problem with file and line.
 *
 * @param root the project's root folder
 * @param today in UTC, such as 2026-11-21
 */
export function readLibrary(root: string, today = currentDay()): Promise<Library> {
  return new LibraryReader(root).read(today);
}

/** Reads the library of a project, again and again as its files change. */
export class LibraryReader {
  readonly #root: string;
  #readings: ReadonlyMap<string, ArticleReading> = new Map();

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Reads and validates `content/`, see `readLibrary`.
   *
   * @param changed slugs of all articles whose folders have changed since the last reading; the others are not read again.
   *   `undefined` to read everything
   */
  async read(today = currentDay(), changed?: ReadonlySet<string>): Promise<Library> {
    const problems: Problem[] = [];
    const context = { root: this.#root, today, problems };
    const parts = readLayout(context);
    const projects = readYamlFolder(context, parts, 'projects', projectSchema);
    const compatibility = readYamlFolder(context, parts, 'compatibility', compatibilitySchema);
    const tables = readTables(context, parts);
    const releases = parts.has('releases') ? readReleases(context) : new Map();
    const upstream = parts.has('upstream.json') ? readRecord(context) : undefined;
    const messageAddresses = parts.has('message-addresses.json')
      ? readMessageAddresses(context)
      : new Map<string, string[]>();
    const slugs = readSlugs(context, parts);
    const readings = await this.#readArticles(slugs, context, changed);
    const sources = new Map(readings.flatMap((reading) => [...reading.sources]));
    problems.push(...readings.flatMap((reading) => reading.problems));
    const articles = readings.flatMap(({ article }) =>
      article ? withCompatibility(article, compatibility, problems) : [],
    );

    const wanted = parts.has('wanted.yaml') ? readWanted(context, articles) : undefined;
    const existing = { slugs: new Set(slugs), projects: projects.names };
    problems.push(
      ...problemsAcross(articles, existing),
      ...articles.flatMap((article) => findLookupProblems(article, tables)),
      ...findDeadLinks(articles, existing.slugs),
      ...findDeadTargets(messageAddressesFile, messageAddresses, articles, existing.slugs),
    );
    problems.sort((a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
    return {
      articles,
      projects: projects.values,
      compatibility: compatibility.values,
      tables: tables.values,
      releases,
      upstream,
      wanted,
      messageAddresses,
      slugs,
      sources,
      problems,
    };
  }

  async #readArticles(
    slugs: readonly string[],
    context: ReadContext,
    changed: ReadonlySet<string> | undefined,
  ): Promise<ArticleReading[]> {
    const cache = changed ? undefined : ArticleCache.open(this.#root);
    const readings = slugs.map((slug): [string, ArticleReading] => {
      const known = changed && !changed.has(slug) ? this.#readings.get(slug) : undefined;
      return [slug, known ?? readArticle(slug, context, cache)];
    });
    await cache?.save();
    this.#readings = new Map(readings);
    return readings.map(([, reading]) => reading);
  }
}

function readTables(context: ReadContext, parts: ReadonlySet<string>): YamlFolder<LookupTable> {
  if (!parts.has('tables')) return { values: new Map(), names: new Set() };
  const cache = new TableCache(context.root);
  const tables = readYamlFolder(context, parts, 'tables', tableSchema, (source, read) =>
    cache.find(source, read),
  );
  cache.save();
  return tables;
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

/** Returns an article with the ranges of the tables that it names. */
function withCompatibility(
  article: LibraryArticle,
  { names, values }: YamlFolder<CompatibilityTable>,
  problems: Problem[],
): LibraryArticle {
  const { facts, text } = article;
  const ranges = facts.compatibility.flatMap(({ table: name, ...part }, index) => {
    if (!names.has(name)) {
      const problem = {
        path: ['compatibility', index, 'table'],
        found: JSON.stringify(name),
        expected: [...names].sort().join(', ') || 'the name of a file of content/compatibility',
      };
      problems.push(locateProblem(text, problem));
    }
    const table = values.get(name);
    return table ? incompatibleRanges(table, part) : [];
  });
  if (ranges.length === 0) return article;
  return { ...article, facts: { ...facts, affected: [...facts.affected, ...ranges] } };
}

/** Returns the names of the parts of `content/` that are there and can be read. */
function readLayout(context: ReadContext): ReadonlySet<string> {
  if (!isContentFolder(context)) return new Set();
  const entries = listFolder(context, 'content').filter((entry) => {
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

function readSlugs(context: ReadContext, parts: ReadonlySet<string>): string[] {
  const folder = 'content/articles';
  if (!parts.has('articles')) return [];
  return listFolder(context, folder).flatMap((entry) => {
    if (entry.isDirectory()) return [entry.name];
    const file = `${folder}/${entry.name}`;
    context.problems.push(wrongKind(file, entry, 'a folder for each article'));
    return [];
  });
}
