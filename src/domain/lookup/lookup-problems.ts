import { toConditional, type Signature } from '../facts/signature.ts';
import type { FieldProblem } from '../facts/problems.ts';
import { ownValue } from '../text/own-value.ts';
import { placeholdersOf } from './fill-answer.ts';
import type { Lookup } from './lookup-schema.ts';
import type { LookupTable, TableRow } from './lookup-table.ts';

/** Reports signatures that make a claim without the name that the table is asked for, or that have it twice. */
export function signatureProblems(
  signatures: readonly Signature[],
  { key }: Lookup,
): { index: number; message: string }[] {
  return signatures.map(toConditional).flatMap(({ line, role }, index) => {
    const count = line.split(`<${key}>`).length - 1;
    if (role === 'supporting' || count === 1) return [];
    return [{ index, message: `a line with <${key}> once, or role: supporting` }];
  });
}

/** Reports what a lookup asks of a table that the table does not have. */
export function lookupProblems(
  { key, install, answers }: Lookup,
  table: LookupTable,
): FieldProblem[] {
  const kindOf = (column: string) => ownValue(table.columns, column)?.kind;
  const ofKind = (...kinds: string[]) =>
    Object.entries(table.columns)
      .filter(([, { kind }]) => kinds.includes(kind))
      .map(([column]) => column);
  const problems: FieldProblem[] = [];
  const report = (path: PropertyKey[], found: string, expected: readonly string[]) =>
    problems.push({ path, found: JSON.stringify(found), expected: expected.join(', ') });

  if (kindOf(key) !== 'key') report(['key'], key, ofKind('key'));
  if (install !== undefined && kindOf(install) !== 'packages') {
    report(['install'], install, ofKind('packages'));
  }
  const known = ['key', 'name', ...ofKind('text', 'code')];
  answers.forEach((answer, index) => {
    const unknown = placeholdersOf(answer).find((placeholder) => !known.includes(placeholder));
    if (unknown !== undefined)
      report(
        ['answers', index],
        `{${unknown}}`,
        known.map((one) => `{${one}}`),
      );
  });
  if (problems.length > 0) return problems;

  const last = answers.length - 1;
  const needed = placeholdersOf(answers[last] ?? '').filter(
    (one) => !['key', 'name'].includes(one),
  );
  const incomplete = table.rows.find(
    (row) => ownValue(row.keys, key) && needed.some((column) => !hasValue(row, column)),
  );
  if (incomplete) {
    report(['answers', last], answers[last] ?? '', [
      `a last answer with columns that every row has (${incomplete.id} lacks one)`,
    ]);
  }
  return problems;
}

const hasValue = ({ texts, codes }: TableRow, column: string) =>
  ownValue(texts, column) !== undefined || ownValue(codes, column) !== undefined;
