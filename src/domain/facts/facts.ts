import { z } from 'zod';
import { idPattern } from '../addresses/addresses.ts';
import {
  uniqueChoices,
  isoDate,
  uniqueList,
  matching,
  singleLine,
  nonEmptyList,
  strictMapping,
} from './field-schemas.ts';
import { isUpstreamAddress } from '../upstream/tracker-address.ts';
import {
  compareVersions,
  describeGrammar,
  isPythonSpecifier,
  isVersion,
} from '../versions/versions.ts';
import {
  builds,
  ecosystems,
  platforms,
  statuses,
  symptoms,
  upstreamKinds,
  upstreamStates,
} from '../vocabulary.ts';

/** Maximum lengths, in characters. Slugs are names of folders. */
const TITLE_LENGTH = 90;
const SUMMARY_LENGTH = 300;
const SIGNATURE_LENGTH = 400;
const SLUG_LENGTH = 100;
const VERSION_LENGTH = 40;
const SPECIFIER_LENGTH = 100;

/** A slug, an alias or the id of a project; they are parts of addresses without being escaped. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The digest of the English text that a translation was made from. */
export const sourcePattern = /^[0-9a-f]{12}$/;

/** A specifier that excludes some later versions. */
const UPPER_BOUND = /<|==|!=/;

/** The name of a package in any ecosystem. */
const packagePattern = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;

/** An https address and nothing else, see `isUpstreamAddress`. */
const address = (error: string) =>
  z.string().refine(isUpstreamAddress, { error }).meta({ format: 'uri' });

const slug = (error: string) => matching(slugPattern, error).max(SLUG_LENGTH, { error });

const packageName = matching(packagePattern, 'the name of a package')
  .max(100, { error: 'at most 100 characters' })
  .describe('Name of the package in its ecosystem.');

const version = z.string().max(VERSION_LENGTH, { error: `at most ${VERSION_LENGTH} characters` });

const ecosystemName = z
  .enum(ecosystems)
  .describe('Where the package comes from, under the name that the OSV schema uses.');

const affectedSchema = strictMapping({
  ecosystem: ecosystemName,
  package: packageName,
  introduced: version
    .optional()
    .describe('First version that has the fault; absent where it is the first release.'),
  fixed: version
    .optional()
    .describe('First version that no longer has it; absent where there is none.'),
}).superRefine(({ ecosystem, introduced, fixed }, context) => {
  for (const [field, version] of Object.entries({ introduced, fixed })) {
    if (version === undefined || isVersion(ecosystem, version)) continue;
    context.addIssue({ code: 'custom', path: [field], message: describeGrammar(ecosystem) });
    return;
  }
  if (introduced && fixed && compareVersions(ecosystem, fixed, introduced) <= 0) {
    context.addIssue({
      code: 'custom',
      path: ['fixed'],
      message: `a version after introduced (${introduced})`,
    });
  }
});

const upstreamSchema = strictMapping({
  kind: z.enum(upstreamKinds).describe('What stands there.'),
  url: address('an https address without query, user or port').describe('The address.'),
  state: z.enum(upstreamStates).optional().describe('Its state when the article was last checked.'),
});

const verifiedSchema = strictMapping({
  on: isoDate.describe('The day on which it was run.'),
  platform: singleLine(40).describe('System and architecture, such as linux-x86_64.'),
  python: singleLine(20).describe('Version of Python.'),
  broken: singleLine(80).describe('What fails.'),
  fixed: singleLine(80).optional().describe('What works, where that was run too.'),
});

/**
 * The facts of a fault: front matter of `en.mdx`.
 *
 * Every `error` text completes the sentence "allowed: ..." (see `problems.ts`). Every description appears in the editor
 * and in the JSON Schemas of the site.
 */
export const factsSchema = strictMapping({
  id: matching(idPattern, 'an id such as KF-0001').describe(
    'Permanent id: assigned once, never reused, never changed.',
  ),
  title: singleLine(TITLE_LENGTH).describe('What a reader would call the fault, without Markdown.'),
  summary: singleLine(SUMMARY_LENGTH).describe(
    'One or two sentences: what one sees, why, and the way out.',
  ),
  project: slug('the id of a project, such as cython').describe(
    'Id of the upstream project whose users meet the fault.',
  ),
  component: singleLine(60).optional().describe('Part of the project, in its own words.'),
  symptom: z.enum(symptoms).describe('What one sees first.'),
  platforms: uniqueChoices(platforms).describe('Operating systems on which the fault shows.'),
  python: z
    .string()
    .max(SPECIFIER_LENGTH, { error: `at most ${SPECIFIER_LENGTH} characters`, abort: true })
    .refine(isPythonSpecifier, {
      error: 'a PEP 440 specifier such as ">=3.8" or ">=3.9,<3.13"',
    })
    .describe('PEP 440 specifier set of the Python versions that have the fault.'),
  builds: uniqueChoices(builds).describe('Builds of the interpreter, not of the extension.'),
  status: z.enum(statuses).describe('What upstream offers: a fixed release, or what else.'),
  affected: z
    .array(
      affectedSchema.describe(
        'One range of one package, as in the OSV schema: from introduced (or the first release) up to, not including, fixed.',
      ),
    )
    .default([])
    .describe(
      'Ranges of packages; empty where the fault lies in Python itself, python then says which versions.',
    ),
  seen_in: uniqueList(z.array(packageName), 'each name once')
    .default([])
    .describe(
      'Packages in which readers meet the fault without knowing the project: librosa, not Numba.',
    ),
  signatures: z
    .array(singleLine(SIGNATURE_LENGTH))
    .default([])
    .describe(
      'Lines the software prints, variable parts as <placeholder>; empty where it prints nothing of its own.',
    ),
  upstream: nonEmptyList(
    upstreamSchema.describe('An address upstream that bears out the article.'),
  ).describe('The evidence.'),
  verified: verifiedSchema
    .optional()
    .describe('What was run, and where, before the article said that it is so.'),
  published: isoDate.describe('The day on which the article appeared.'),
  updated: isoDate.describe('The day on which it last changed.'),
  aliases: z
    .array(slug('an earlier slug'))
    .default([])
    .describe('Earlier slugs; each keeps working for ever.'),
  related: z
    .array(slug('the slug of an article'))
    .default([])
    .describe('Slugs of look-alikes; each names this article too.'),
}).superRefine(({ published, updated, status, affected, python }, context) => {
  for (const { index, message } of overlaps(affected)) {
    context.addIssue({ code: 'custom', path: ['affected', index], message });
  }
  if (updated < published) {
    context.addIssue({
      code: 'custom',
      path: ['updated'],
      message: `a date not before published (${published})`,
    });
  }
  const isFixed =
    affected.some(({ fixed }) => fixed) || (affected.length === 0 && UPPER_BOUND.test(python));
  if (status === 'fixed' && !isFixed) {
    context.addIssue({
      code: 'custom',
      path: ['status'],
      message:
        'fixed only where an entry of affected names the fixed version, ' +
        'or python the last affected one',
    });
  }
});

/** Finds ranges of one package that have versions in common. */
function overlaps(affected: readonly AffectedRange[]): { index: number; message: string }[] {
  return affected.flatMap((range, index) => {
    const other = affected.slice(0, index).find((earlier) => isOverlap(earlier, range));
    if (!other) return [];
    const name = `${other.introduced ?? 'the first release'} to ${other.fixed ?? 'the newest'}`;
    return [{ index, message: `a range without versions of the one before it (${name})` }];
  });
}

function isOverlap(a: AffectedRange, b: AffectedRange): boolean {
  if (a.ecosystem !== b.ecosystem || a.package !== b.package) return false;
  const endsBefore = (one: AffectedRange, other: AffectedRange) =>
    one.fixed !== undefined &&
    other.introduced !== undefined &&
    compareVersions(one.ecosystem, one.fixed, other.introduced) <= 0;
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Front matter of a translation; every other fact is inherited from `en.mdx`. */
export const translationSchema = strictMapping({
  title: singleLine(TITLE_LENGTH).describe('The title in the language of the translation.'),
  summary: singleLine(SUMMARY_LENGTH).describe('The summary in the language of the translation.'),
  source: matching(sourcePattern, '12 hexadecimal digits').describe(
    'Digest of the English text; npm run check -- --translated SLUG writes it.',
  ),
});

const inEveryLanguage = strictMapping({
  en: singleLine(200).describe('In English.'),
  zh: singleLine(200).describe('In Simplified Chinese.'),
});

/** An upstream project: a file of `content/projects/`. */
export const projectSchema = strictMapping({
  name: singleLine(60).describe('What it is called.'),
  about: inEveryLanguage.describe('What it is, one sentence a language.'),
  versions: inEveryLanguage
    .optional()
    .describe('What one has to know of its versions, one sentence a language.'),
  repository: address('an https address').describe('Where its source lives.'),
  report: address('an https address').optional().describe('Where to report a fault.'),
  homepage: address('an https address').optional().describe('Its own site.'),
  packages: z
    .array(strictMapping({ ecosystem: ecosystemName, name: packageName }).describe('One package.'))
    .default([])
    .describe(
      'What its users install; empty where it comes with the system or with other packages.',
    ),
});

export type Facts = z.infer<typeof factsSchema>;
export type Translation = z.infer<typeof translationSchema>;
export type Project = z.infer<typeof projectSchema>;
export type AffectedRange = z.infer<typeof affectedSchema>;
export type UpstreamLink = Facts['upstream'][number];
