import { z } from 'zod';
import {
  ecosystemSchema,
  endsBefore,
  packageNameSchema,
  rangeProblems,
  type AffectedRange,
} from '../facts/affected-schema.ts';
import { isoDate, nonEmptyList, strictMapping } from '../facts/field-schemas.ts';
import { isUpstreamAddress } from '../upstream/tracker-address.ts';
import type { Ecosystem } from '../vocabulary.ts';
import { compareVersions } from '../versions/versions.ts';
import { boundsGrammar, readBounds } from '../versions/version-bounds.ts';

/** Maximum number of rows: three times the longest table. */
const MAX_ROWS = 100;

const version = z.string().max(40, { error: 'at most 40 characters' });

const rowSchema = strictMapping({
  introduced: version.optional().describe('First release of the row; absent if it is the first.'),
  fixed: version.optional().describe('First release after the row; absent if there is none.'),
  works: z
    .string({ error: boundsGrammar })
    .max(84, { error: 'at most 84 characters' })
    .describe('Versions of the other package that work with these releases.'),
});

/**
 * Schema of the releases of a package that work with releases of another one or of Python: a file of
 * `content/compatibility/`.
 */
export const compatibilitySchema = strictMapping({
  package: strictMapping({ ecosystem: ecosystemSchema, name: packageNameSchema }).describe(
    'The package whose releases the rows list.',
  ),
  with: packageNameSchema.describe('A package of the same registry, or python.'),
  source: z
    .string()
    .refine(isUpstreamAddress, { error: 'an https address' })
    .describe('Page that states the versions.'),
  checked: isoDate.describe('Date of the last comparison with the source.'),
  rows: nonEmptyList(rowSchema)
    .max(MAX_ROWS, { error: `at most ${MAX_ROWS} entries` })
    .describe('Ranges of releases, oldest first, that do not overlap.'),
}).superRefine(({ package: { ecosystem }, with: other, rows }, { addIssue }) => {
  const report = (path: PropertyKey[], message: string) =>
    addIssue({ code: 'custom', path: ['rows', ...path], message });
  rows.forEach((row, index) => {
    const problems = rangeProblems({ ecosystem, ...row });
    for (const { path, message } of problems) report([index, ...path], message);
    if (!readBounds(other === PYTHON ? 'PyPI' : ecosystem, row.works)) {
      report([index, 'works'], boundsGrammar);
    }
    const previous = rows[index - 1];
    if (problems.length === 0 && previous && !endsBefore(ecosystem, previous, row)) {
      report(
        [index, 'introduced'],
        `a release on or after ${previous.fixed ?? 'the fixed one above it'}`,
      );
    }
  });
});

/** Name of the interpreter in `with`. */
export const PYTHON = 'python';

export type CompatibilityTable = z.infer<typeof compatibilitySchema>;

/** The part of a table that a fault is about. */
export interface CompatibilityPart {
  /** Whether the fault occurs with versions after the ones that work, or before. */
  side: 'newer' | 'older';
  /** First release that fails with the fault; absent if the rows of all releases count. */
  introduced?: string | undefined;
}

/** Returns the ranges of a fault that occurs outside the versions that work. Rows that are open on that side have none. */
export function incompatibleRanges(
  { package: { ecosystem, name }, with: other, rows }: CompatibilityTable,
  { side, introduced: first }: CompatibilityPart,
): AffectedRange[] {
  return rows.flatMap((row) => {
    const { fixed, works } = row;
    if (endsBefore(ecosystem, row, { introduced: first })) return [];
    const introduced = laterOf(ecosystem, row.introduced, first);
    const { from, before } = readBounds(other === PYTHON ? 'PyPI' : ecosystem, works) ?? {};
    const versions = side === 'newer' ? before && `>=${before}` : from && `<${from}`;
    if (versions === undefined) return [];
    return [
      {
        ecosystem,
        package: name,
        ...(introduced !== undefined && { introduced }),
        ...(fixed !== undefined && { fixed }),
        ...(other === PYTHON ? { python: versions } : { with: [{ package: other, versions }] }),
      },
    ];
  });
}

function laterOf(
  ecosystem: Ecosystem,
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(ecosystem, a, b) > 0 ? a : b;
}
