import type { z } from 'zod';
import {
  fieldName,
  fieldProblems,
  type FieldProblem,
  type Problem,
} from '../../domain/facts/problems.ts';
import { lateDates } from '../../domain/facts/late-dates.ts';
import type { ReadContext } from './files.ts';
import { FrontMatterError } from './front-matter.ts';
import type { LineOf } from './library-model.ts';

/** A parsed file whose values have lines. */
interface SourceLines {
  file: string;
  lineOf: LineOf;
}

/** Runs a parser of front matter or YAML. Returns `undefined` and reports a problem if it throws `FrontMatterError`. */
export function parseOrReport<T>(file: string, problems: Problem[], parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const { line, found, expected } = error;
    problems.push({ file, line, field: 'front matter', found, expected });
    return undefined;
  }
}

/**
 * Parses data with a schema. Returns `undefined` and reports each issue with its line if the data does not match or has a
 * date in the future.
 */
export function validateData<T extends z.ZodType>(
  schema: T,
  data: unknown,
  source: SourceLines,
  { today, problems }: ReadContext,
): z.infer<T> | undefined {
  const result = schema.safeParse(data);
  const mistakes = [
    ...(result.success ? [] : fieldProblems(result.error, data)),
    ...lateDates(data, today),
  ];
  problems.push(...mistakes.map((mistake) => locateProblem(source, mistake)));
  return mistakes.length === 0 ? result.data : undefined;
}

/** Turns a problem with a path into the front matter into one with a file and a line. */
export function locateProblem(
  { file, lineOf }: SourceLines,
  { path, found, expected }: FieldProblem,
): Problem {
  return { file, line: lineOf(path), field: fieldName(path), found, expected };
}
