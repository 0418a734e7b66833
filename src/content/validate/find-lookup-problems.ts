import type { FieldProblem, Problem } from '../../domain/facts/problems.ts';
import { lookupProblems } from '../../domain/lookup/lookup-problems.ts';
import type { LookupTable } from '../../domain/lookup/lookup-table.ts';
import type { LibraryArticle } from '../read/library-model.ts';
import type { YamlFolder } from '../read/read-yaml-folder.ts';
import { locateProblem } from '../read/validate-data.ts';

/** Reports a lookup whose table does not exist or lacks what it asks for, and translations with other answers. */
export function findLookupProblems(
  { facts: { lookup }, text, translations }: LibraryArticle,
  { names, values }: YamlFolder<LookupTable>,
): Problem[] {
  const translated = Object.values(translations).flatMap((translation) => {
    const report = (problem: FieldProblem) => [locateProblem(translation, problem)];
    const answers = translation.words.lookup?.answers ?? [];
    const expected = lookup?.answers.length ?? 0;
    if (answers.length !== expected) {
      return report({
        path: ['lookup', 'answers'],
        found: `${answers.length} answers`,
        expected: `${expected}, as in English`,
      });
    }
    const table = lookup && values.get(lookup.table);
    if (!table) return [];
    const problems = lookupProblems({ ...lookup, answers }, table);
    return problems
      .filter(({ path: [field] }) => field === 'answers')
      .map((problem) => locateProblem(translation, inLookup(problem)));
  });
  if (!lookup) return translated;
  if (!names.has(lookup.table)) {
    const problem = {
      path: ['lookup', 'table'],
      found: JSON.stringify(lookup.table),
      expected: [...names].sort().join(', ') || 'the name of a file of content/tables',
    };
    return [locateProblem(text, problem), ...translated];
  }
  const table = values.get(lookup.table);
  const own = table ? lookupProblems(lookup, table) : [];
  return [...own.map((problem) => locateProblem(text, inLookup(problem))), ...translated];
}

const inLookup = ({ path, ...problem }: FieldProblem): FieldProblem => ({
  ...problem,
  path: ['lookup', ...path],
});
