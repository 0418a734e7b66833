import { z } from 'zod';
import { nonEmptyList, singleLine, strictMapping } from './field-schemas.ts';

/** Maximum length of a line, in characters. */
const LINE_LENGTH = 400;

/** Maximum number of lines in each condition of a signature (chosen). */
const MAX_CONDITIONS = 10;

const line = singleLine(LINE_LENGTH);

const conditions = nonEmptyList(line).max(MAX_CONDITIONS, {
  error: `at most ${MAX_CONDITIONS} entries`,
});

/** Schema of a signature: a line, or a line with the conditions under which it identifies the fault. */
export const signatureSchema = z.union(
  [
    line,
    strictMapping({
      line: line.describe('Line that the software prints, variable parts as <placeholder>.'),
      role: z
        .literal('supporting')
        .optional()
        .describe('supporting: other faults print the line too, so alone it is not evidence.'),
      with: conditions
        .optional()
        .describe('The line counts only if each of these lines is printed too.'),
      unless: conditions
        .optional()
        .describe('The line does not count if one of these lines is printed too.'),
    }),
  ],
  { error: 'a line, or a mapping with line, role, with and unless' },
);
