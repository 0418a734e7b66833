import { z } from 'zod';
import { fixText } from '../facts/fix-schema.ts';
import { matching, nonEmptyList, strictMapping } from '../facts/field-schemas.ts';
import { slugPattern } from '../facts/slug-pattern.ts';

/** Maximum number of sentences of which one answers a name (chosen). */
const MAX_ANSWERS = 6;

const column = matching(/^[a-z][a-z0-9_]{0,30}$/, 'the name of a column of the table');

const answers = nonEmptyList(fixText)
  .max(MAX_ANSWERS, { error: `at most ${MAX_ANSWERS} entries` })
  .describe(
    'The answer for a name, with {key} and {column} as placeholders; the first one counts whose columns all have a value.',
  );

/** Schema of the table that answers a fault for many names. */
export const lookupSchema = strictMapping({
  table: matching(slugPattern, 'the name of a file of content/tables without .yaml').describe(
    'Name of the table: a file of content/tables without .yaml.',
  ),
  key: column.describe(
    'Column with the names; its name is the <placeholder> of the signatures, and the parameter of the address.',
  ),
  install: column.optional().describe('Column with the packages to install, if any.'),
  answers,
});

/** Schema of the answers in a translation. */
export const translatedLookupSchema = strictMapping({ answers });

export type Lookup = z.infer<typeof lookupSchema>;
