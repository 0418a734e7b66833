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
        .describe('supporting: other faults print the line too, so alone it is no evidence.'),
      with: conditions
        .optional()
        .describe('The line counts only if each of these lines is printed too.'),
      unless: conditions
        .optional()
        .describe('The line does not count if one of these lines is printed too.'),
    }),
  ],
  { error: 'a line, or a mapping of line, role, with and unless' },
);

/** A signature as the front matter has it. */
export type Signature = z.infer<typeof signatureSchema>;

/** A signature with its line and conditions as fields. */
export type ConditionalSignature = Exclude<Signature, string>;

/** Returns the line of a signature. */
export function signatureLine(signature: Signature): string {
  return typeof signature === 'string' ? signature : signature.line;
}

/** Returns a signature with its line and conditions as fields. */
export function toConditional(signature: Signature): ConditionalSignature {
  return typeof signature === 'string' ? { line: signature } : signature;
}
