import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import type { factsSchema } from '../../domain/facts/facts.ts';
import { slugPattern } from '../../domain/facts/facts.ts';
import { builds, platforms, statuses, symptoms } from '../../domain/vocabulary.ts';
import type { DraftFacts } from '../../drafts/facts/draft-facts.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { Duplicate } from '../../drafts/duplicates.ts';
import { commentOf, type Found } from '../../drafts/facts/found.ts';
import { fieldError } from './draft-options.ts';

/** Where questions are put and answers come from. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** The writer pressed Ctrl-C. */
export class Stopped extends Error {}

function answer<T>(given: T): Exclude<T, symbol> {
  if (clack.isCancel(given)) throw new Stopped();
  return given as Exclude<T, symbol>;
}

type Field = keyof typeof factsSchema.shape;

/** Questions for the facts that a source did not answer, in the order of the facts. */
export async function askFacts({ facts }: Draft, terminal: Terminal): Promise<DraftFacts> {
  const asked: DraftFacts = { ...facts };
  const known = <T>(value: T): Found<T> => ({ value, isSure: true });
  const line = async (field: Field, message: string, found: Found<string>) => {
    const validate = (value: string | undefined) => fieldError(field, value ?? '');
    return known(
      answer(
        await clack.text({
          ...terminal,
          message: hinted(message, found),
          initialValue: found.value,
          validate,
        }),
      ),
    );
  };
  const one = async <T extends string>(message: string, found: Found<T>, values: readonly T[]) =>
    known(
      answer(
        await clack.select<string>({
          ...terminal,
          message: hinted(message, found),
          options: values.map((value) => ({ value })),
          initialValue: found.value,
          maxItems: 12,
        }),
      ) as T,
    );
  const several = async <T extends string>(
    message: string,
    found: Found<T[]>,
    values: readonly T[],
  ) =>
    known(
      answer(
        await clack.multiselect<string>({
          ...terminal,
          message: hinted(message, found),
          options: values.map((value) => ({ value })),
          initialValues: found.value,
          required: true,
        }),
      ) as T[],
    );

  if (!facts.title.isSure)
    asked.title = await line('title', 'Title, at most 90 characters', facts.title);
  if (!facts.symptom.isSure) asked.symptom = await one('Symptom', facts.symptom, symptoms);
  if (!facts.platforms.isSure) {
    asked.platforms = await several('Platforms that have the fault', facts.platforms, platforms);
  }
  if (!facts.python.isSure) {
    asked.python = await line('python', 'Python versions that have it (PEP 440)', facts.python);
  }
  if (!facts.builds.isSure) {
    asked.builds = await several('Builds of the interpreter that have it', facts.builds, builds);
  }
  if (!facts.status.isSure) {
    const isFixed = facts.affected.some(({ value }) => value.fixed !== undefined);
    const values = statuses.filter(
      (status) => status !== 'fixed' || isFixed || facts.python.value.includes('<'),
    );
    asked.status = await one('Status', facts.status, values);
  }
  if (facts.signatures.length === 0) {
    const message = 'A line the software prints, variable parts as <placeholder>; empty for none';
    const printed = answer(await clack.text({ ...terminal, message, defaultValue: '' })).trim();
    if (printed !== '') asked.signatures = [known(printed)];
  }
  const [first] = facts.upstream;
  if (first && !first.isSure && first.read === undefined) {
    const validate = (url: string | undefined) =>
      fieldError('upstream', [{ ...first.value, url: url ?? '' }]);
    const message = 'Address of the report upstream';
    const url = answer(
      await clack.text({ ...terminal, message, initialValue: first.value.url, validate }),
    );
    asked.upstream = [{ ...known({ ...first.value, url }), isSure: url !== first.value.url }];
  }
  return asked;
}

/** The project of a draft, asked before the other facts: they follow from it. */
export async function askProject(
  { facts: { project } }: Draft,
  projects: readonly string[],
  terminal: Terminal,
): Promise<string> {
  return answer(
    await clack.select<string>({
      ...terminal,
      message: hinted('Project', project),
      options: projects.map((value) => ({ value })),
      initialValue: project.value,
      maxItems: 12,
    }),
  );
}

/** A question with what was read: `Symptom (read: line 12; or hang)`. */
function hinted(message: string, found: Found<unknown>): string {
  const comment = commentOf(found)
    ?.replace(/ ?#? ?check:? ?/, '; ')
    .replace(/^; |; $/g, '');
  return comment ? `${message} (${comment})` : message;
}

/** The slug, and whether the draft is to be written with it. */
export async function askSlug(
  proposed: string,
  taken: ReadonlySet<string>,
  terminal: Terminal,
): Promise<string> {
  return answer(
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

/** Names what the library has already and asks whether to go on. */
export async function askDespite(
  duplicates: readonly Duplicate[],
  terminal: Terminal,
): Promise<boolean> {
  const message = `${duplicates.map(describeDuplicate).join('\n')}\nWrite a draft all the same?`;
  return answer(await clack.confirm({ ...terminal, message, initialValue: false }));
}

/** `KF-0001 cython-x has this, too: https://...`. */
export function describeDuplicate({ id, slug, common }: Duplicate): string {
  return `${id} ${slug} has this, too: ${common}`;
}

/** Asks where to draft from; empty for nowhere. */
export async function askSource(terminal: Terminal): Promise<string> {
  const message =
    'File to draft from (an issue as JSON, a text, Markdown, a saved page); empty for none';
  return answer(await clack.text({ ...terminal, message, defaultValue: '' })).trim();
}
