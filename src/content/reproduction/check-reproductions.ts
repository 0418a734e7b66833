import type { Problem } from '../../domain/facts/problems.ts';
import type { LibraryArticle } from '../read/library-model.ts';
import { readReproduction, type ReproductionFolder } from '../read/read-reproduction.ts';
import { locateProblem } from '../read/validate-data.ts';
import { reproductionProblems } from './reproduction-problems.ts';

/** Reads the reproductions of articles, by slug, and reports what is wrong with them. Runs nothing. */
export function checkReproductions(
  root: string,
  today: string,
  articles: readonly LibraryArticle[],
): { problems: Problem[]; reproductions: Map<string, ReproductionFolder> } {
  const problems: Problem[] = [];
  const reproductions = new Map<string, ReproductionFolder>();
  for (const article of articles) {
    const before = problems.length;
    const folder = readReproduction(article.slug, { root, today, problems });
    if (folder) {
      reproductions.set(article.slug, folder);
      problems.push(...reproductionProblems(article, folder));
    } else if (problems.length === before) problems.push(...measuredProblems(article));
  }
  return { problems, reproductions };
}

/** Reports ranges that count as measured in an article that cannot be run. */
function measuredProblems({ facts: { affected }, text }: LibraryArticle): Problem[] {
  return affected.flatMap(({ measured }, index) => {
    if (measured === undefined) return [];
    const found = `${measured} in an article without reproduce/`;
    const expected = 'nothing; only npm run reproduce measures ranges';
    return [locateProblem(text, { path: ['affected', index, 'measured'], found, expected })];
  });
}
