import type { z } from 'zod';
import { printable } from '../text/characters.ts';
import { truncate } from '../text/truncate.ts';

/** A problem in a content file, phrased so the author can fix it unaided. */
export interface Problem {
  /** Path from the project root. */
  file: string;
  /** 1-based; absent if it concerns no single line. */
  line?: number;
  /** Field of the front matter (`affected[0].fixed`) or part of the text (`text`). */
  field: string;
  /** The value in the file, as its author sees it. */
  found: string;
  /** Text or values to write instead. */
  expected: string;
  /** True for an unfinished part of a draft: a dev server still shows the article. */
  isUnfinished?: boolean | undefined;
  /** True for a link, a device or a folder in the place of a file: nothing must be written there either. */
  isWrongKind?: boolean | undefined;
}

/** A problem located by its path in the front matter, not yet by file and line. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  found: string;
  expected: string;
}

/** A problem with the slug of its article. */
export interface ArticleProblem extends FieldProblem {
  slug: string;
}

const MAX_FOUND_LENGTH = 80;

/**
 * Formats a problem as one line that is safe for a terminal.
 *
 * @example `content/articles/x/en.mdx:7 symptom: found "crush"; allowed: build-error, link-error, ...`
 */
export function formatProblem({ file, line, field, found, expected }: Problem): string {
  const place = `${file}${line ? `:${line}` : ''}`;
  return printable(`${place} ${field}: found ${found}; allowed: ${expected}`.replaceAll('\n', ' '));
}

/** Formats a path: `['affected', 0, 'fixed']` becomes `affected[0].fixed`. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '',
  );
  return name.replace(/^\./, '') || 'front matter';
}

/** Formats a value as its author sees it, on one line and truncated. */
export function describeFound(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return truncate(JSON.stringify(value) ?? String(value), MAX_FOUND_LENGTH);
}

/** Converts the issues that zod found in `data` into problems, in the order of the fields. */
export function fieldProblems(error: z.ZodError, data: unknown): FieldProblem[] {
  return error.issues.flatMap(branchIssues).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        found: 'an unknown field',
        expected: issue.message,
      }));
    }
    const value = issue.path.reduce<unknown>(
      (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
      data,
    );
    return [{ path: issue.path, found: describeFound(value), expected: expectedBy(issue, value) }];
  });
}

/** Replaces the issue of a union by the issues of the alternative that has the type of the value, if one has. */
function branchIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branch = issue.errors.find(
    ([first]) => first?.code !== 'invalid_type' || first.path.length > 0,
  );
  return branch?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

function expectedBy(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) {
    return issue.message;
  }
  // YAML reads an unquoted 3.10 as the number 3.1.
  if (issue.expected === 'string' && typeof value === 'number') {
    return 'text: put the value in quotes';
  }
  const names: Record<string, string> = { string: 'text', array: 'a list', object: 'a mapping' };
  return names[issue.expected] ?? issue.expected;
}
