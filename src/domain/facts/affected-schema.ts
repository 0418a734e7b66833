import { z } from 'zod';
import { isPortableName, PORTABLE_NAME } from '../text/portable-name.ts';
import { boundsGrammar, readBounds } from '../versions/version-bounds.ts';
import { compareVersions, describeGrammar, isVersion } from '../versions/versions.ts';
import { ecosystems, type Ecosystem } from '../vocabulary.ts';
import { isoDate, matching, nonEmptyList, strictMapping } from './field-schemas.ts';

/** Maximum lengths, in characters. */
const VERSION_LENGTH = 40;
const BOUNDS_LENGTH = 2 * VERSION_LENGTH + 4;

/** Maximum number of packages that a range is combined with (chosen). */
const MAX_WITH = 5;

/** Form of a package name in any ecosystem: not a path or an address. */
const packagePattern = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;

export const packageNameSchema = matching(packagePattern, 'the name of a package')
  .max(100, { error: 'at most 100 characters' })
  .refine(isPortableName, { error: PORTABLE_NAME })
  .describe('Name of the package in its ecosystem.');

export const ecosystemSchema = z
  .enum(ecosystems)
  .describe('Registry of the package, as named in the OSV schema.');

const version = z.string().max(VERSION_LENGTH, { error: `at most ${VERSION_LENGTH} characters` });

const bounds = z
  .string({ error: boundsGrammar })
  .max(BOUNDS_LENGTH, { error: `at most ${BOUNDS_LENGTH} characters` });

/** Bounds of Python versions, see `readBounds`. */
export const pythonBounds = bounds.refine((text) => readBounds('PyPI', text) !== undefined, {
  error: boundsGrammar,
});

/** Schema of one range of one package, and of what it has to be combined with. */
export const affectedSchema = strictMapping({
  ecosystem: ecosystemSchema,
  package: packageNameSchema,
  introduced: version
    .optional()
    .describe('First affected version; absent if it is the first release.'),
  fixed: version.optional().describe('First fixed version; absent if there is none.'),
  with: nonEmptyList(
    strictMapping({
      package: packageNameSchema,
      versions: bounds.describe('Bounds of its versions, such as ">=2.2" or ">=1.26,<2.2".'),
    }).describe('A package of the same registry.'),
  )
    .max(MAX_WITH, { error: `at most ${MAX_WITH} entries` })
    .optional()
    .describe(
      'The range is affected only if all of these packages are installed in these versions.',
    ),
  python: pythonBounds
    .optional()
    .describe('The range is affected only on these Python versions, such as ">=3.13".'),
  measured: isoDate
    .optional()
    .describe(
      'Date on which npm run reproduce found both ends of the range by running releases; written by --bisect --write.',
    ),
}).superRefine((range, context) => {
  for (const { path, message } of rangeProblems(range)) {
    context.addIssue({ code: 'custom', path, message });
  }
});

export type AffectedRange = z.infer<typeof affectedSchema>;

interface RangeProblem {
  path: PropertyKey[];
  message: string;
}

/** Reports versions outside the grammar of the ecosystem, and a range that ends before it begins. */
export function rangeProblems({
  ecosystem,
  introduced,
  fixed,
  with: others = [],
}: Pick<AffectedRange, 'ecosystem' | 'introduced' | 'fixed' | 'with'>): RangeProblem[] {
  const invalid = Object.entries({ introduced, fixed }).find(
    ([, version]) => version !== undefined && !isVersion(ecosystem, version),
  );
  if (invalid) return [{ path: [invalid[0]], message: describeGrammar(ecosystem) }];
  const problems = others.flatMap(({ versions }, index) =>
    readBounds(ecosystem, versions)
      ? []
      : [{ path: ['with', index, 'versions'], message: boundsGrammar }],
  );
  if (introduced && fixed && compareVersions(ecosystem, fixed, introduced) <= 0) {
    problems.push({ path: ['fixed'], message: `a version after introduced (${introduced})` });
  }
  return problems;
}

/**
 * Reports overlapping ranges of one package under the same conditions: one is wrong, or they should be merged. Ranges with
 * other conditions may overlap.
 */
export function overlappingRanges(
  affected: readonly AffectedRange[],
): { index: number; message: string }[] {
  return affected.flatMap((range, index) => {
    const other = affected.slice(0, index).find((earlier) => isOverlap(earlier, range));
    if (!other) return [];
    const name = `${other.introduced ?? 'the first release'} to ${other.fixed ?? 'the newest'}`;
    return [{ index, message: `a range that does not overlap the previous one (${name})` }];
  });
}

function isOverlap(a: AffectedRange, b: AffectedRange): boolean {
  if (a.ecosystem !== b.ecosystem || a.package !== b.package) return false;
  if (conditionsOf(a) !== conditionsOf(b)) return false;
  return !endsBefore(a.ecosystem, a, b) && !endsBefore(a.ecosystem, b, a);
}

const conditionsOf = ({ with: others, python }: AffectedRange) => JSON.stringify([others, python]);

/** True if the first range ends before the second one begins. */
export function endsBefore(
  ecosystem: Ecosystem,
  { fixed }: { fixed?: string | undefined },
  { introduced }: { introduced?: string | undefined },
): boolean {
  return (
    fixed !== undefined &&
    introduced !== undefined &&
    compareVersions(ecosystem, fixed, introduced) <= 0
  );
}
