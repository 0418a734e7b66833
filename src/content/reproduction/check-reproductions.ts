import type { Problem } from '../../domain/facts/problems.ts';
import type { LibraryArticle } from '../read/library-model.ts';
import { readReproduction } from '../read/read-reproduction.ts';
import { reproductionProblems } from './reproduction-problems.ts';

/** Reads the reproductions of articles and reports what is wrong with them. Runs nothing. */
export function checkReproductions(
  root: string,
  today: string,
  articles: readonly LibraryArticle[],
): Problem[] {
  const problems: Problem[] = [];
  for (const article of articles) {
    const folder = readReproduction(article.slug, { root, today, problems });
    if (folder) problems.push(...reproductionProblems(article, folder));
  }
  return problems;
}
