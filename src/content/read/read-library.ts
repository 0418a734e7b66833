import path from 'node:path';
import { projectSchema, slugPattern, type Project } from '../../domain/facts/facts.ts';
import { libraryProblems } from '../../domain/facts/library-problems.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { findDeadLinks, findDeadTargets } from '../validate/internal-links.ts';
import { currentDay } from '../../domain/facts/late-dates.ts';
import {
  compareCodeUnits,
  isContentFolder,
  listFolder,
  MAX_BYTES,
  readText,
  wrongKind,
  type ReadContext,
} from './files.ts';
import { parseYaml } from './front-matter.ts';
import type { Library, LibraryArticle } from './library-model.ts';
import { readArticle } from './read-article.ts';
import {
  messageAddressesFile,
  readMessageAddresses,
  readRecord,
  readReleases,
} from './read-records.ts';
import { locateProblem, parseOrReport, validateData } from './validate-data.ts';

/** Files and folders that `content/` may contain. */
const LAYOUT: Readonly<Record<string, 'file' | 'folder'>> = {
  LICENSE: 'file',
  articles: 'folder',
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
  const { projects, ids } = await readProjects(context, parts);
  const releases = parts.has('releases') ? await readReleases(context) : new Map();
  const upstream = parts.has('upstream.json') ? await readRecord(context) : undefined;
  const messageAddresses = parts.has('message-addresses.json')
    ? await readMessageAddresses(context)
    : new Map<string, string[]>();
  const slugs = await readSlugs(context, parts);
  const read = await Promise.all(slugs.map((slug) => readArticle(slug, context)));
  const articles = read.filter((article) => article !== undefined);

  const existing = { slugs: new Set(slugs), projects: ids };
  problems.push(
    ...problemsAcross(articles, existing),
    ...findDeadLinks(articles, existing.slugs),
    ...findDeadTargets(messageAddressesFile, messageAddresses, articles, existing.slugs),
  );
  problems.sort((a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles, projects, releases, upstream, messageAddresses, slugs, sources, problems };
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

/** `ids` includes projects with problems, so that articles that name them are not reported as well. */
async function readProjects(context: ReadContext, parts: ReadonlySet<string>) {
  const projects = new Map<string, Project>();
  const ids = new Set<string>();
  const folder = 'content/projects';
  const { problems } = context;
  for (const entry of parts.has('projects') ? await listFolder(context, folder) : []) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const id = path.basename(name, '.yaml');
    if (!name.endsWith('.yaml') || !slugPattern.test(id)) {
      const found = JSON.stringify(name);
      problems.push({ file, field: 'file name', found, expected: '<id>.yaml' });
      continue;
    }
    ids.add(id);
    if (!entry.isFile()) {
      problems.push(wrongKind(file, entry, 'a file'));
      continue;
    }
    const source = await readText(context, file, MAX_BYTES.project);
    if (source === undefined) continue;
    const parsed = parseOrReport(file, problems, () => parseYaml(source));
    const project =
      parsed && validateData(projectSchema, parsed.data, { file, lineOf: parsed.lineOf }, context);
    if (project) projects.set(id, project);
  }
  return { projects, ids };
}
