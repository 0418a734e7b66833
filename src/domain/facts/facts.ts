import { z } from 'zod';
import { idPattern } from '../addresses/addresses.ts';
import { longestWord } from '../text/longest-word.ts';
import {
  boundedList,
  uniqueChoices,
  isoDate,
  uniqueList,
  matching,
  singleLine,
  nonEmptyList,
  strictMapping,
} from './field-schemas.ts';
import {
  affectedSchema,
  ecosystemSchema,
  overlappingRanges,
  packageNameSchema,
} from './affected-schema.ts';
import { citedAddress } from './cited-address.ts';
import { causeProblems } from './cause-problems.ts';
import { fixSchema, translatedFixSchema } from './fix-schema.ts';
import { signatureSchema } from './signature-schema.ts';
import { slugPattern } from './slug-pattern.ts';
import { signatureProblems } from '../lookup/lookup-problems.ts';
import { lookupSchema, translatedLookupSchema } from '../lookup/lookup-schema.ts';
import { isUpstreamAddress } from '../upstream/tracker-address.ts';
import { isPythonSpecifier } from '../versions/versions.ts';
import {
  builds,
  categories,
  causes,
  platforms,
  statuses,
  symptoms,
  upstreamKinds,
  upstreamStates,
} from '../vocabulary.ts';

/** Maximum lengths, in characters. */
const TITLE_LENGTH = 90;
const SUMMARY_LENGTH = 300;
const SPECIFIER_LENGTH = 100;

/** Maximum length of a word of a summary that a browser cannot break: as long as a title. Longest in the library: 38. */
const WORD_LENGTH = TITLE_LENGTH;

/** Maximum number of entries of each list: about three times the longest of the library. */
const MAX_AFFECTED = 12;
const MAX_CONCERNS = 12;
const MAX_SEEN_IN = 40;
const MAX_SIGNATURES = 72;
const MAX_UPSTREAM = 40;
const MAX_ALIASES = 10;
const MAX_RELATED = 20;
const MAX_PACKAGES = 10;

/** Form of the digest that identifies the English text of a translation. */
export const sourcePattern = /^[0-9a-f]{12}$/;

/** Matches a specifier that excludes later versions. */
const UPPER_BOUND = /<|==|!=/;

/** Schema of an https address, see `isUpstreamAddress`. */
const address = (error: string) =>
  z.string().refine(isUpstreamAddress, { error }).meta({ format: 'uri' });

const slug = (error: string) => matching(slugPattern, error);

/** Form of a name in `concerns`, see `readConcern`. */
const concernedPackage = matching(
  /^(?:crates\.io:)?[A-Za-z0-9](?:[\w.-]{0,98}[A-Za-z0-9])?$/,
  'the name of a package on PyPI, or crates.io:NAME',
);

const summary = singleLine(SUMMARY_LENGTH).refine(
  (text) => longestWord(text).length <= WORD_LENGTH,
  { error: `words of at most ${WORD_LENGTH} characters` },
);

const upstreamSchema = strictMapping({
  kind: z.enum(upstreamKinds).describe('Kind of the address.'),
  url: citedAddress.describe('Address of an issue, pull request, commit or page.'),
  state: z.enum(upstreamStates).optional().describe('State when the article was last checked.'),
});

const verifiedSchema = strictMapping({
  on: isoDate.describe('Date of the run.'),
  platform: singleLine(40).describe('Operating system and architecture, such as linux-x86_64.'),
  python: singleLine(20).describe('Python version.'),
  broken: singleLine(80).describe('Affected version that was run and fails.'),
  fixed: singleLine(80).optional().describe('Fixed version that was run and works, if any.'),
});

/**
 * Schema of the facts of a fault, the front matter of `en.mdx`.
 *
 * Every `error` completes the sentence "allowed: ..." (see `problems.ts`). Every description appears in editors and in the
 * published JSON Schemas.
 */
export const factsSchema = strictMapping({
  id: matching(idPattern, 'an id such as KF-0001').describe(
    'Permanent id: assigned once, never reused, never changed.',
  ),
  title: singleLine(TITLE_LENGTH).describe(
    'Name of the fault as a reader would put it, without Markdown.',
  ),
  summary: summary.describe('One or two sentences: what you see, why, and what to do.'),
  fix: fixSchema.describe('The answer: what to do about the fault.'),
  cause: z
    .enum(causes)
    .describe(
      "Kind of cause: a bug in releases, releases that do not work together, the machine or build set-up, or the reader's own code.",
    ),
  project: slug('the id of a project, such as cython').describe(
    'Id of the upstream project whose users run into the fault.',
  ),
  component: singleLine(60).optional().describe('Part of the project, as the project calls it.'),
  symptom: z.enum(symptoms).describe('What you notice first.'),
  platforms: uniqueChoices(platforms).describe('Operating systems on which the fault occurs.'),
  python: z
    .string()
    .max(SPECIFIER_LENGTH, { error: `at most ${SPECIFIER_LENGTH} characters`, abort: true })
    .refine(isPythonSpecifier, {
      error: 'a PEP 440 specifier such as ">=3.8" or ">=3.9,<3.13"',
    })
    .describe('PEP 440 specifier set of the affected Python versions.'),
  builds: uniqueChoices(builds).describe(
    'Affected builds of the interpreter, not of the extension.',
  ),
  status: z
    .enum(statuses)
    .describe(
      'What upstream offers: a fixed release, a workaround, nothing yet, or nothing by design.',
    ),
  affected: boundedList(
    affectedSchema.describe(
      'One range of one package, as in the OSV schema: introduced (or the first release) and later, before fixed.',
    ),
    MAX_AFFECTED,
  )
    .default([])
    .describe(
      'Affected ranges of packages; empty for a fault in Python itself, whose versions are in python, and for causes that no release has.',
    ),
  compatibility: boundedList(
    strictMapping({
      table: slug('the name of a file of content/compatibility without .yaml').describe(
        'Name of the table: a file of content/compatibility without .yaml.',
      ),
      side: z
        .enum(['newer', 'older'])
        .describe('Whether the fault occurs with versions after the ones that work, or before.'),
      introduced: z
        .string()
        .optional()
        .describe('First release that fails with this fault; rows that end before do not count.'),
    }).describe('A table, and the part of it that this fault is about.'),
    MAX_AFFECTED,
  )
    .default([])
    .describe('Tables of releases that work together; their rows become ranges of affected.'),
  concerns: uniqueList(boundedList(concernedPackage, MAX_CONCERNS), 'each name once')
    .default([])
    .describe(
      'Packages whose users meet a fault that no release has: a name on PyPI, or crates.io:NAME.',
    ),
  seen_in: uniqueList(boundedList(packageNameSchema, MAX_SEEN_IN), 'each name once')
    .default([])
    .describe(
      'Packages whose users run into the fault without knowing the project: librosa, not Numba.',
    ),
  signatures: boundedList(signatureSchema, MAX_SIGNATURES)
    .default([])
    .describe(
      'Lines that the software prints, variable parts as <placeholder>; empty if it prints nothing specific.',
    ),
  lookup: lookupSchema
    .optional()
    .describe(
      'The table that answers the fault for many names, such as the header that is missing.',
    ),
  general: z
    .literal(true, { error: 'true; leave the field out otherwise' })
    .optional()
    .describe(
      'True for an article on how to find the cause of an error that many faults print: an article about one case comes first.',
    ),
  upstream: nonEmptyList(upstreamSchema.describe('An upstream address that supports the article.'))
    .max(MAX_UPSTREAM, { error: `at most ${MAX_UPSTREAM} entries` })
    .describe('Upstream evidence.'),
  verified: verifiedSchema.optional().describe('What was run to verify the article.'),
  published: isoDate.describe('Date of publication.'),
  updated: isoDate.describe('Date of the last change.'),
  aliases: boundedList(slug('an earlier slug'), MAX_ALIASES)
    .default([])
    .describe('Earlier slugs; their addresses keep working.'),
  related: boundedList(slug('the slug of an article'), MAX_RELATED)
    .default([])
    .describe('Slugs of articles about similar errors; each of them lists this article too.'),
}).superRefine((facts, context) => {
  const { published, updated, status, affected, python, signatures } = facts;
  for (const { index, message } of overlappingRanges(affected)) {
    context.addIssue({ code: 'custom', path: ['affected', index], message });
  }
  for (const { path, message } of causeProblems(facts)) {
    context.addIssue({ code: 'custom', path, message });
  }
  for (const { index, message } of facts.lookup
    ? signatureProblems(signatures, facts.lookup)
    : []) {
    context.addIssue({ code: 'custom', path: ['signatures', index], message });
  }
  if (updated < published) {
    context.addIssue({
      code: 'custom',
      path: ['updated'],
      message: `a date on or after published (${published})`,
    });
  }
  const isFixed =
    facts.compatibility.length > 0 ||
    affected.some(({ fixed }) => fixed) ||
    (affected.length === 0 && UPPER_BOUND.test(python));
  if (status === 'fixed' && !isFixed) {
    context.addIssue({
      code: 'custom',
      path: ['status'],
      message:
        'fixed only if an entry of affected names the fixed version ' +
        'or python excludes later versions',
    });
  }
});

/** Schema of the front matter of a translation; all other facts are inherited from the English article. */
export const translationSchema = strictMapping({
  title: singleLine(TITLE_LENGTH).describe('The title in the language of the translation.'),
  summary: summary.describe('The summary in the language of the translation.'),
  fix: translatedFixSchema.describe('The fix in the language of the translation.'),
  lookup: translatedLookupSchema
    .optional()
    .describe('The answers of the table in the language of the translation.'),
  source: matching(sourcePattern, '12 hexadecimal digits').describe(
    'Digest of the English text, written by npm run check -- --translated SLUG.',
  ),
});

const inEveryLanguage = strictMapping({
  en: singleLine(200).describe('In English.'),
  zh: singleLine(200).describe('In Simplified Chinese.'),
});

/** Schema of an upstream project, a file of `content/projects/`. */
export const projectSchema = strictMapping({
  name: singleLine(60).describe('Name of the project.'),
  category: z.enum(categories).describe('What the project is for.'),
  about: inEveryLanguage.describe('What the project is, one sentence per language.'),
  versions: inEveryLanguage
    .optional()
    .describe('What readers need to know about its versions, one sentence per language.'),
  repository: address('an https address').describe('Address of the source repository.'),
  report: address('an https address').optional().describe('Address for reporting bugs.'),
  homepage: address('an https address').optional().describe('Address of the website.'),
  packages: boundedList(
    strictMapping({ ecosystem: ecosystemSchema, name: packageNameSchema }).describe('One package.'),
    MAX_PACKAGES,
  )
    .default([])
    .describe(
      'Packages that users install; empty if the project comes with the system or with other packages.',
    ),
});

export type Facts = z.infer<typeof factsSchema>;
export type Translation = z.infer<typeof translationSchema>;
export type Project = z.infer<typeof projectSchema>;
export type UpstreamLink = Facts['upstream'][number];
