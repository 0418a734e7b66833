import { z } from 'zod';
import { isUpstreamAddress } from './upstream.ts';
import { compareVersions, describeGrammar, isPythonSpecifier, isVersion } from './versions.ts';
import {
  builds,
  ecosystems,
  platforms,
  statuses,
  symptoms,
  upstreamKinds,
  upstreamStates,
} from './vocabulary.ts';

const TITLE_LENGTH = 90;
const SUMMARY_LENGTH = 300;
const SIGNATURE_LENGTH = 400;

/** `KF-0001`: assigned once, never reused, never changed. */
export const idPattern = /^KF-\d{4,}$/;

/** What a slug, an alias, a project's id may look like; they stand in addresses as they are. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The digest by which a translation names the English text it was made from. */
export const sourcePattern = /^[0-9a-f]{12}$/;

/** A specifier that leaves later versions out. */
const UPPER_BOUND = /<|==|!=/;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'a text' })
    .max(max, { error: `at most ${max} characters` });

/** A date as written, not a moment: no time zone can move it to another day. */
const day = z.iso.date({ error: 'a date such as 2026-11-21', abort: true });

/** A text of one form; the message also stands for what is no text at all. */
const formed = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });

const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1, { error: 'at least one' });

/** A closed vocabulary as a list without repetitions. */
const choiceOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  listOf(z.enum(values)).refine((list) => new Set(list).size === list.length, {
    error: 'each value once',
  });

/** An object without other fields than these; the message names them. */
const mapping = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  });

/** One range of one package, as in the OSV schema: from `introduced` (or the first release) up to, not including, `fixed`. */
const affectedSchema = mapping({
  ecosystem: z.enum(ecosystems),
  package: line(100),
  introduced: z.string().optional(),
  fixed: z.string().optional(),
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

/** An address upstream that bears out the article, with its state when the article was last checked. */
const upstreamSchema = mapping({
  kind: z.enum(upstreamKinds),
  url: z
    .string()
    .refine(isUpstreamAddress, { error: 'an https address without query, user or port' }),
  state: z.enum(upstreamStates).optional(),
});

/** What was run, and where, before the article said that it is so. */
const verifiedSchema = mapping({
  on: day,
  platform: line(40),
  python: line(20),
  broken: line(80),
  fixed: line(80).optional(),
});

/**
 * The facts of a fault: front matter of `en.mdx`.
 *
 * Every `error` text completes the sentence "allowed: ..." (see `problems.ts`).
 */
export const factsSchema = mapping({
  /** Permanent id, see `idPattern`. */
  id: formed(idPattern, 'an id such as KF-0001'),
  /** What a reader would call it: at most 90 characters, no Markdown. */
  title: line(TITLE_LENGTH),
  /** One or two sentences: what one sees, why, and the way out. */
  summary: line(SUMMARY_LENGTH),
  /** Id of the upstream project whose users meet the fault: a file of `content/projects/`. */
  project: formed(slugPattern, 'the id of a project, such as cython'),
  /** Part of the project, in its own words. */
  component: line(60).optional(),
  symptom: z.enum(symptoms),
  platforms: choiceOf(platforms),
  /** PEP 440 specifier set of the Python versions that have the fault. */
  python: z.string().refine(isPythonSpecifier, {
    error: 'a PEP 440 specifier such as ">=3.8" or ">=3.9,<3.13"',
  }),
  builds: choiceOf(builds),
  status: z.enum(statuses),
  /** Ranges of packages; empty where the fault lies in Python itself, `python` then says which versions. */
  affected: z.array(affectedSchema).default([]),
  /** Packages in which readers meet the fault without knowing the project: librosa, not Numba. */
  seen_in: z
    .array(line(60))
    .refine((list) => new Set(list).size === list.length, { error: 'each name once' })
    .default([]),
  /** Lines the software prints, variable parts as `<placeholder>`; empty where it prints nothing of its own. */
  signatures: z.array(line(SIGNATURE_LENGTH)).default([]),
  upstream: listOf(upstreamSchema),
  verified: verifiedSchema.optional(),
  published: day,
  updated: day,
  /** Earlier slugs; each keeps working for ever. */
  aliases: z.array(formed(slugPattern, 'an earlier slug')).default([]),
  /** Slugs of look-alikes. */
  related: z.array(formed(slugPattern, 'the slug of an article')).default([]),
}).superRefine(({ published, updated, status, affected, python }, context) => {
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

/** Front matter of a translation: its words and what they were made from; every other fact is inherited. */
export const translationSchema = mapping({
  title: line(TITLE_LENGTH),
  summary: line(SUMMARY_LENGTH),
  /** Digest of the English text, printed by `npm run check`. */
  source: formed(sourcePattern, '12 hexadecimal digits'),
});

/** An upstream project: a file of `content/projects/`. */
export const projectSchema = mapping({
  name: line(60),
  /** What it is, one sentence a language. */
  about: mapping({ en: line(200), zh: line(200) }),
  /** What one has to know of its versions, one sentence a language. */
  versions: mapping({ en: line(200), zh: line(200) }).optional(),
  /** Where its source lives. */
  repository: z.string().refine(isUpstreamAddress, { error: 'an https address' }),
  /** Where to report a fault. */
  report: z.string().refine(isUpstreamAddress, { error: 'an https address' }).optional(),
  homepage: z.string().refine(isUpstreamAddress, { error: 'an https address' }).optional(),
  /** What its users install; empty where it comes with the system or with other packages. */
  packages: z.array(mapping({ ecosystem: z.enum(ecosystems), name: line(100) })).default([]),
});

export type Facts = z.infer<typeof factsSchema>;
export type Translation = z.infer<typeof translationSchema>;
export type Project = z.infer<typeof projectSchema>;
export type AffectedRange = Facts['affected'][number];
export type UpstreamLink = Facts['upstream'][number];
