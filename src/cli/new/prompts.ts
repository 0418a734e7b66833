import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import type { factsSchema } from '../../domain/facts/facts.ts';
import { slugPattern } from '../../domain/facts/slug-pattern.ts';
import { printable } from '../../domain/text/characters.ts';
import { builds, causes, platforms, statuses, symptoms } from '../../domain/vocabulary.ts';
import type { DraftFacts } from '../../drafts/draft-facts.ts';
import type { Duplicate } from '../../drafts/find-duplicates.ts';
import { commentOf, type Found } from '../../drafts/found.ts';
import { fieldError } from './draft-options.ts';

/** Where prompts are shown and answered. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** The writer pressed Ctrl-C. */
export class Cancelled extends Error {}

/** @throws {Cancelled} */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (clack.isCancel(answer)) throw new Cancelled();
  return answer as Exclude<T, symbol>;
}

const sure = <T>(value: T): Found<T> => ({ value, isSure: true });

/** Maximum number of options shown at once. */
const MAX_ITEMS = 12;

/** Asks for the facts that the source does not state, in the order of the facts. */
export async function promptFacts(facts: DraftFacts, terminal: Terminal): Promise<DraftFacts> {
  const result: DraftFacts = { ...facts };
  const text = async (
    field: keyof typeof factsSchema.shape,
    message: string,
    found: Found<string>,
  ) =>
    sure(
      answered(
        await clack.text({
          ...terminal,
          message: withHint(message, found),
          initialValue: found.value,
          validate: (value) => fieldError(field, value ?? ''),
        }),
      ),
    );
  const several = async <T extends string>(
    message: string,
    found: Found<T[]>,
    values: readonly T[],
  ) =>
    sure(
      answered(
        await clack.multiselect<string>({
          ...terminal,
          message: withHint(message, found),
          options: values.map((value) => ({ value })),
          initialValues: found.value,
          required: true,
        }),
      ) as T[],
    );

  if (!facts.title.isSure) {
    result.title = await text('title', 'Title, at most 90 characters', facts.title);
  }
  if (!facts.cause.isSure) {
    result.cause = sure(await promptOne('Kind of cause', facts.cause, causes, terminal));
  }
  if (!facts.symptom.isSure) {
    result.symptom = sure(await promptOne('Symptom', facts.symptom, symptoms, terminal));
  }
  if (!facts.platforms.isSure) {
    result.platforms = await several('Platforms that have the fault', facts.platforms, platforms);
  }
  if (!facts.python.isSure) {
    result.python = await text('python', 'Python versions that have it (PEP 440)', facts.python);
  }
  if (!facts.builds.isSure) {
    result.builds = await several('Builds of the interpreter that have it', facts.builds, builds);
  }
  if (!facts.status.isSure) {
    const isFixed =
      facts.affected.some(({ value }) => value.fixed !== undefined) ||
      result.python.value.includes('<');
    const values = statuses.filter((status) => status !== 'fixed' || isFixed);
    result.status = sure(await promptOne('Status', facts.status, values, terminal));
  }
  if (facts.signatures.length === 0) {
    const message = 'A line the software prints, variable parts as <placeholder>; empty for none';
    const line = answered(await clack.text({ ...terminal, message, defaultValue: '' })).trim();
    if (line !== '') result.signatures = [sure(line)];
  }
  const [first] = facts.upstream;
  if (first && !first.isSure && first.read === undefined) {
    const link = (url: string | undefined) => ({ ...first.value, url: url ?? '' });
    const url = answered(
      await clack.text({
        ...terminal,
        message: 'Address of the report upstream',
        initialValue: first.value.url,
        validate: (value) => fieldError('upstream', [link(value)]),
      }),
    );
    result.upstream = [{ value: link(url), isSure: url !== first.value.url }];
  }
  return result;
}

async function promptOne<T extends string>(
  message: string,
  found: Found<T>,
  values: readonly T[],
  terminal: Terminal,
): Promise<T> {
  return answered(
    await clack.select<string>({
      ...terminal,
      message: withHint(message, found),
      options: values.map((value) => ({ value })),
      initialValue: found.value,
      maxItems: MAX_ITEMS,
    }),
  ) as T;
}

/** Asks for the project. It comes before the other facts, which depend on it. */
export function promptProject(
  { project }: DraftFacts,
  projects: readonly string[],
  terminal: Terminal,
): Promise<string> {
  return promptOne('Project', project, projects, terminal);
}

/** Adds the evidence to a question: `Status (read: state; closed; which release has the fix?)`. */
function withHint(message: string, found: Found<unknown>): string {
  const hint = commentOf(found)
    ?.replace(/ ?#? ?check:? ?/, '; ')
    .replace(/^; |; $/g, '');
  return hint ? printable(`${message} (${hint})`) : message;
}

/** Asks for the slug. */
export async function promptSlug(
  proposed: string,
  taken: ReadonlySet<string>,
  terminal: Terminal,
): Promise<string> {
  return answered(
    await clack.text({
      ...terminal,
      message: 'Slug: the folder, and for ever the address',
      initialValue: proposed,
      validate: (slug = '') => {
        if (!slugPattern.test(slug)) return 'a slug such as cython-walrus-crash';
        return taken.has(slug) ? 'content/articles/ has it already; it stays as it is' : undefined;
      },
    }),
  );
}

/** Names the duplicates and asks whether to write a draft. */
export async function confirmDuplicates(
  duplicates: readonly Duplicate[],
  terminal: Terminal,
): Promise<boolean> {
  const message = `${duplicates.map(describeDuplicate).join('\n')}\nWrite a draft all the same?`;
  return answered(
    await clack.confirm({ ...terminal, message: printable(message), initialValue: false }),
  );
}

/** Returns `KF-0001 cython-x already covers this: https://...`. */
export function describeDuplicate({ id, slug, common }: Duplicate): string {
  return `${id} ${slug} already covers this: ${common}`;
}

/** Asks for the source; returns an empty text for none. */
export async function promptSource(terminal: Terminal): Promise<string> {
  const message =
    'File to draft from (an issue as JSON, a text, Markdown, a saved page); empty for none';
  return answered(await clack.text({ ...terminal, message, defaultValue: '' })).trim();
}
