import type { z } from 'zod';
import { factsSchema, type UpstreamLink } from '../../domain/facts/facts.ts';
import { slugPattern } from '../../domain/facts/slug-pattern.ts';
import type { AffectedRange } from '../../domain/facts/affected-schema.ts';
import { printable } from '../../domain/text/characters.ts';
import { fieldProblems, fieldName } from '../../domain/facts/problems.ts';
import { canonicalAddress, trackerItem } from '../../domain/upstream/tracker-address.ts';
import { upstreamKinds, type UpstreamKind } from '../../domain/vocabulary.ts';
import type { GivenFacts } from '../../drafts/draft-facts.ts';
import { KIND_OF_ITEM } from '../../drafts/find-upstream.ts';
import { packageNamed, type KnownProject } from '../../drafts/projects.ts';
import { parseArguments } from '../shared/define-command.ts';
import { UsageError } from '../shared/usage-error.ts';

export const USAGE = `Usage: npm run new [-- OPTIONS]

Drafts an article: content/articles/<slug>/en.mdx, with the source beside it as
SOURCE.md. Asks what it cannot find.
  --from FILE        what to draft from; - is the standard input. An upstream
                     issue as JSON, or a write-up as text, Markdown or saved
                     HTML, in English or Chinese
  --yes              asks nothing; what was not found is marked "# check" in the
                     draft
  --json             prints {"path", "facts", "unsure", "sections",
                     "duplicates"} and nothing else
  --no-duplicates    writes nothing when the library seems to have the fault
                     already

Facts that you know; they are not looked for:
  --title TEXT  --slug SLUG  --summary TEXT  --fix TEXT
  --project ID  --component TEXT  --symptom ID
  --cause ID                 defect, incompatibility, environment, usage
  --platform ID  --build ID  (each may repeat)
  --python SPECIFIER         such as ">=3.12"
  --status ID                fixed, workaround, open, by-design
  --affected RANGE           such as "cython>=3.0.0,<3.0.11" or
                             "crates.io:pyo3<0.22.4"; may repeat
  --signature LINE           a line the software prints; may repeat
  --upstream [KIND=]ADDRESS  may repeat
  --seen-in PACKAGE          may repeat

Exit code: 0 written, 1 not written because the library has the fault, 2 the
call or the source was wrong, 130 stopped.`;

export const EXAMPLES = [
  `gh issue view N --repo cython/cython \\
      --json title,body,comments,labels,url,createdAt,state \\
      | npm run new -- --from -`,
  'npm run new -- --from write-up.md --slug cython-walrus-crash',
] as const;

/** Options of the command. */
export interface Options {
  from?: string;
  slug?: string;
  yes: boolean;
  json: boolean;
  noDuplicates: boolean;
  help: boolean;
  /** Options that give facts, not yet validated. */
  facts: FactOptions;
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

const factOptions = {
  title: text,
  summary: text,
  fix: text,
  cause: text,
  project: text,
  component: text,
  symptom: text,
  platform: texts,
  python: text,
  build: texts,
  status: text,
  affected: texts,
  signature: texts,
  upstream: texts,
  'seen-in': texts,
} as const;

export type FactOptions = Partial<Record<keyof typeof factOptions, string | string[]>>;

/** @throws {UsageError} for unknown options and an invalid slug */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArguments(args, {
    from: text,
    slug: text,
    yes: { ...flag, short: 'y' },
    json: flag,
    'no-duplicates': flag,
    help: { ...flag, short: 'h' },
    ...factOptions,
  });
  const { from, slug, yes, json, 'no-duplicates': noDuplicates, help, ...facts } = values;
  if (slug !== undefined && !slugPattern.test(slug)) {
    throw new UsageError(
      `--slug: found ${JSON.stringify(slug)}; allowed: a slug such as cython-walrus-crash`,
    );
  }
  return {
    ...(from !== undefined && { from }),
    ...(slug !== undefined && { slug }),
    yes,
    json,
    noDuplicates,
    help,
    facts,
  };
}

/** The fact that each option gives. */
const FIELDS = {
  title: 'title',
  summary: 'summary',
  fix: 'fix',
  cause: 'cause',
  project: 'project',
  component: 'component',
  symptom: 'symptom',
  platform: 'platforms',
  python: 'python',
  build: 'builds',
  status: 'status',
  affected: 'affected',
  signature: 'signatures',
  upstream: 'upstream',
  'seen-in': 'seen_in',
} as const satisfies Record<keyof typeof factOptions, keyof z.infer<typeof factsSchema>>;

/**
 * Returns the facts that the options give.
 *
 * @throws {UsageError} for a value that the schema refuses
 */
export function givenFacts(options: FactOptions, projects: readonly KnownProject[]): GivenFacts {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options) as [keyof FactOptions, string | string[]][]) {
    const field = FIELDS[name];
    given[field] = parseField(
      field,
      name === 'fix'
        ? { text: value }
        : name === 'affected'
          ? [value].flat().map((range) => affectedRange(range, projects))
          : name === 'upstream'
            ? [value].flat().map(upstreamLink)
            : value,
      `--${name}`,
    );
  }
  if (given['project'] !== undefined && !projects.some(({ id }) => id === given['project'])) {
    const known = projects.map(({ id }) => id).join(', ');
    throw new UsageError(`--project: found ${JSON.stringify(given['project'])}; allowed: ${known}`);
  }
  return given as GivenFacts;
}

/**
 * Parses the value of a field.
 *
 * @param label name of the field in the message
 * @throws {UsageError} if the schema refuses it
 */
function parseField(field: keyof typeof factsSchema.shape, value: unknown, label: string): unknown {
  const result = factsSchema.shape[field].safeParse(value);
  if (result.success) return result.data;
  const [problem] = fieldProblems(result.error, value);
  const inner = problem && problem.path.length > 0 ? ` ${fieldName(problem.path)}` : '';
  throw new UsageError(`${label}${inner}: found ${problem?.found}; allowed: ${problem?.expected}`);
}

/** Returns the message for an invalid value of a field, `undefined` for a valid one. */
export function fieldError(
  field: keyof typeof factsSchema.shape,
  value: unknown,
): string | undefined {
  try {
    parseField(field, value, field);
    return undefined;
  } catch (error) {
    return printable((error as Error).message);
  }
}

const RANGE =
  /^(?:(PyPI|crates\.io):)?([A-Za-z][\w.-]{0,99}?)\s?(?:>=\s?([\w.+-]{1,40}))?\s?,?\s?(?:<\s?([\w.+-]{1,40}))?$/;

/** Parses `cython>=3.0.0,<3.0.11`. A package without a named ecosystem that no project has is on PyPI. */
function affectedRange(range: string, projects: readonly KnownProject[]): AffectedRange {
  const match = RANGE.exec(range.trim());
  if (!match) {
    throw new UsageError(
      `--affected: found ${JSON.stringify(range)}; allowed: such as "cython>=3.0.0,<3.0.11"`,
    );
  }
  const [, ecosystem, name = '', introduced, fixed] = match;
  const known = packageNamed(projects, name)?.ecosystem;
  return {
    ecosystem: (ecosystem as AffectedRange['ecosystem'] | undefined) ?? known ?? 'PyPI',
    package: name,
    ...(introduced !== undefined && { introduced }),
    ...(fixed !== undefined && { fixed }),
  };
}

function upstreamLink(given: string): UpstreamLink {
  const [, kind, url = ''] = /^(?:([a-z]{3,12})=)?(.*)$/s.exec(given) ?? [];
  if (kind !== undefined && !upstreamKinds.includes(kind as UpstreamKind)) {
    throw new UsageError(
      `--upstream: found ${JSON.stringify(kind)}; allowed: ${upstreamKinds.join(', ')}`,
    );
  }
  const item = trackerItem(url);
  return {
    kind: (kind as UpstreamKind | undefined) ?? (item ? KIND_OF_ITEM[item.type] : 'docs'),
    url: (URL.canParse(url) && canonicalAddress(url)) || url,
  };
}
