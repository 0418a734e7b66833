import type { z } from 'zod';
import {
  fieldName,
  fieldProblems,
  type FieldProblem,
  type Problem,
} from '../../domain/facts/problems.ts';
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

/** Parses data with a schema. Returns `undefined` and reports each issue with its line if the data does not match. */
export function validateData<T extends z.ZodType>(
  schema: T,
  data: unknown,
  source: SourceLines,
  problems: Problem[],
): z.infer<T> | undefined {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const problem of fieldProblems(result.error, data)) {
    problems.push(locateProblem(source, problem));
  }
  return undefined;
}

/** Turns a problem with a path into the front matter into one with a file and a line. */
export function locateProblem(
  { file, lineOf }: SourceLines,
  { path, found, expected }: FieldProblem,
): Problem {
  return { file, line: lineOf(path), field: fieldName(path), found, expected };
}
