import type { z } from 'zod';
import { printable } from '../text/characters.ts';
import { truncate } from '../text/truncate.ts';

/** Something wrong in a content file, said so that its writer can mend it without asking. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** 1-based; absent when no single line is to blame. */
  line?: number;
  /** Field of the front matter (`affected[0].fixed`) or part of the text (`text`). */
  field: string;
  /** What stands there, as the writer sees it. */
  found: string;
  /** What may stand there. */
  allowed: string;
  /** Not wrong, but for its writer to decide or to write: a dev server shows the article all the same. */
  isUnfinished?: boolean | undefined;
}

/** A problem before it is known where in which file it is: the path into the front matter. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  found: string;
  allowed: string;
}

const FOUND_LENGTH = 80;

/** One line, safe for a terminal: `content/articles/x/en.mdx:7 symptom: found "crush"; allowed: build-error, link-error, ...`. */
export function formatProblem({ file, line, field, found, allowed }: Problem): string {
  const place = `${file}${line ? `:${line}` : ''}`;
  return printable(`${place} ${field}: found ${found}; allowed: ${allowed}`.replaceAll('\n', ' '));
}

/** `['affected', 0, 'fixed']` as `affected[0].fixed`. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '',
  );
  return name.replace(/^\./, '') || 'front matter';
}

/** A value as its writer sees it, on one line and cut to a readable length. */
export function describeFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  const cut = truncate(text, FOUND_LENGTH);
  return Array.isArray(value) || typeof value !== 'object' ? cut : value === null ? 'nothing' : cut;
}

/** Translates what zod found wrong with `data` into problems, in the order of the fields. */
export function fieldProblems(error: z.ZodError, data: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        found: 'an unknown field',
        allowed: issue.message,
      }));
    }
    const value = issue.path.reduce<unknown>(
      (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
      data,
    );
    return [{ path: issue.path, found: describeFound(value), allowed: allowedBy(issue, value) }];
  });
}

function allowedBy(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) {
    return issue.message;
  }
  // YAML reads an unquoted 3.10 as the number 3.1.
  if (issue.expected === 'string' && typeof value === 'number') {
    return 'a text: put the value in quotes';
  }
  const names: Record<string, string> = { string: 'a text', array: 'a list', object: 'a mapping' };
  return names[issue.expected] ?? issue.expected;
}
