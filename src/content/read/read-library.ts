import path from 'node:path';
import { projectSchema, slugPattern, type Project } from '../../domain/facts/facts.ts';
import { libraryProblems } from '../../domain/facts/library-problems.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { findDeadLinks } from '../validate/internal-links.ts';
import { compareCodeUnits, listFolder, readText } from './files.ts';
import { parseYaml } from './front-matter.ts';
import type { Library, LibraryArticle } from './library-model.ts';
import { readArticle } from './read-article.ts';
import { readRecord, readReleases } from './read-records.ts';
import { locateProblem, parseOrReport, validateData } from './validate-data.ts';

/**
 * Reads and validates `content/`. Mistakes in files never throw; each becomes a problem with file and line.
 *
 * @param root the project's root folder
 */
export async function readLibrary(root: string): Promise<Library> {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const { projects, ids } = await readProjects(root, problems);
  const releases = await readReleases(root, problems);
  const upstream = await readRecord(root, problems);
  const slugs = await readSlugs(root, problems);
  const read = await Promise.all(
    slugs.map((slug) => readArticle(root, slug, { problems, sources })),
  );
  const articles = read.filter((article) => article !== undefined);

  const existing = { slugs: new Set(slugs), projects: ids };
  problems.push(...problemsAcross(articles, existing), ...findDeadLinks(articles, existing.slugs));
  problems.sort((a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles, projects, releases, upstream, slugs, sources, problems };
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

async function readSlugs(root: string, problems: Problem[]): Promise<string[]> {
  const folder = 'content/articles';
  return (await listFolder(root, folder, problems)).flatMap((entry) => {
    if (entry.isDirectory()) return [entry.name];
    const file = `${folder}/${entry.name}`;
    problems.push({ file, field: 'file', found: 'a file', expected: 'a folder for each article' });
    return [];
  });
}

/** `ids` includes projects with problems, so that articles that name them are not reported as well. */
async function readProjects(root: string, problems: Problem[]) {
  const projects = new Map<string, Project>();
  const ids = new Set<string>();
  const folder = 'content/projects';
  for (const entry of await listFolder(root, folder, problems)) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const id = path.basename(name, '.yaml');
    if (!entry.isFile() || !name.endsWith('.yaml') || !slugPattern.test(id)) {
      const found = JSON.stringify(name);
      problems.push({ file, field: 'file name', found, expected: '<id>.yaml' });
      continue;
    }
    ids.add(id);
    const source = await readText(root, file, problems);
    if (source === undefined) continue;
    const parsed = parseOrReport(file, problems, () => parseYaml(source));
    const project =
      parsed && validateData(projectSchema, parsed.data, { file, lineOf: parsed.lineOf }, problems);
    if (project) projects.set(id, project);
  }
  return { projects, ids };
}
