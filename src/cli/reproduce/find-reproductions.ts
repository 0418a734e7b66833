import { formatProblem, type Problem } from '../../domain/facts/problems.ts';
import type { Library, LibraryArticle } from '../../content/read/library-model.ts';
import { readReproduction, type ReproductionFolder } from '../../content/read/read-reproduction.ts';
import { reproductionProblems } from '../../content/reproduction/reproduction-problems.ts';
import { shownCode, type ShownOutput } from '../../content/reproduction/shown-code.ts';
import type { CommandContext } from '../shared/command-context.ts';
import { UsageError } from '../shared/usage-error.ts';

/** An article that can be run. */
export interface Reproducible {
  article: LibraryArticle;
  folder: ReproductionFolder;
  outputs: readonly ShownOutput[];
}

/**
 * Finds the articles to run by id, and those without a reproduction.
 *
 * @param names ids or slugs; all articles if empty
 * @throws {UsageError} for an unknown article, for one of `names` without a reproduction, and for one with a problem
 */
export function findReproductions(
  { articles }: Library,
  names: readonly string[],
  { root, today }: CommandContext,
): { found: Reproducible[]; without: LibraryArticle[] } {
  const chosen = chooseArticles(articles, names);
  const found: Reproducible[] = [];
  const without: LibraryArticle[] = [];
  for (const article of chosen) {
    const problems: Problem[] = [];
    const folder = readReproduction(article.slug, { root, today, problems });
    if (folder) problems.push(...reproductionProblems(article, folder));
    const [problem] = problems;
    if (problem) throw new UsageError(formatProblem(problem));
    if (folder) found.push({ article, folder, outputs: shownCode(article.text).outputs });
    else if (names.length === 0) without.push(article);
    else throw new UsageError(`${article.facts.id}: the article has no reproduce/reproduce.yaml.`);
  }
  return { found, without };
}

function chooseArticles(
  articles: readonly LibraryArticle[],
  names: readonly string[],
): LibraryArticle[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const chosen = articles.filter(({ facts, slug }) => {
    const isNamed = [wanted.delete(facts.id.toLowerCase()), wanted.delete(slug)].includes(true);
    return names.length === 0 || isNamed;
  });
  const unknown = names.find((name) => wanted.has(name.toLowerCase()));
  if (unknown !== undefined) {
    throw new UsageError(`${unknown}: no article without errors has this id or slug.`);
  }
  return chosen.sort((a, b) => (a.facts.id < b.facts.id ? -1 : 1));
}
