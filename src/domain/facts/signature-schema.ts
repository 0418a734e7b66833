import { z } from 'zod';
import { nonEmptyList, singleLine, strictMapping } from './field-schemas.ts';

/** Maximum length of a line, in characters. */
const LINE_LENGTH = 400;

const line = singleLine(LINE_LENGTH);

/** Schema of a signature: a line, or a line with the conditions under which it identifies the fault. */
export const signatureSchema = z.union(
  [
    line,
    strictMapping({
      line: line.describe('Line that the software prints, variable parts as <placeholder>.'),
      role: z
        .literal('supporting')
        .optional()
        .describe('supporting: other faults print the line too, so alone it is no evidence.'),
      with: nonEmptyList(line)
        .optional()
        .describe('The line counts only if each of these lines is printed too.'),
      unless: nonEmptyList(line)
        .optional()
        .describe('The line does not count if one of these lines is printed too.'),
    }),
  ],
  { error: 'a line, or a mapping of line, role, with and unless' },
);
