/** `npm run new`: from an upstream issue or a raw write-up to a draft of an article. */
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { indexEntry } from '../../content/to-index-entry.ts';
import type { Library } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { draftOf, proposedSlug, writeDraft, type Draft } from '../../drafts/draft.ts';
import { duplicatesOf, type Duplicate } from '../../drafts/duplicates.ts';
import { decodeSource } from '../../drafts/source/decode.ts';
import { SourceError } from '../../drafts/source/source-error.ts';
import { readSource, type Source } from '../../drafts/source/source.ts';
import { namesOf } from '../../drafts/versions/known-project.ts';
import { UsageError } from '../shared/usage-error.ts';
import { readSourceFile, readTaken, refuseTaken, writeFiles, type Taken } from './draft-files.ts';
import { givenFacts, readCall, USAGE, type Call } from './draft-options.ts';
import {
  askDespite,
  askFacts,
  askProject,
  askSlug,
  askSource,
  describeDuplicate,
  Stopped,
  type Terminal,
} from './prompts.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { runCommand } from '../shared/run-command.ts';

const WRITTEN = 0;
const DUPLICATE = 1;
const BAD_USE = 2;
const STOPPED = 130;

/**
 * `npm run new`.
 *
 * @param args what stands behind the name of the command
 * @returns the exit code
 */
export async function newCommand(args: readonly string[], world: CommandContext): Promise<number> {
  let terminal: Terminal | undefined;
  try {
    const call = readCall(args);
    if (call.help) {
      world.stdout.write(`${USAGE}\n`);
      return WRITTEN;
    }
    terminal = terminalOf(call, world);
    return await run(call, terminal, world);
  } catch (error) {
    if (error instanceof Stopped || world.signal.aborted) {
      world.stderr.write('\nStopped: nothing was written.\n');
      return STOPPED;
    }
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`${error.message}\n\n\`npm run new -- --help\` lists the options.\n`);
    return BAD_USE;
  } finally {
    // A keyboard that was read keeps the process alive.
    terminal?.input.destroy();
  }
}

/** Where to ask; `undefined` where there is nobody. Questions go to the error stream: the output may be JSON. */
function terminalOf({ yes, from }: Call, { stderr: output }: CommandContext): Terminal | undefined {
  if (yes || !output.isTTY) return undefined;
  if (from !== '-') return process.stdin.isTTY ? { input: process.stdin, output } : undefined;
  try {
    // The standard input is the source; answers come from the keyboard all the same.
    const device = process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty';
    return { input: new ReadStream(openSync(device, 'r+')), output };
  } catch {
    return undefined;
  }
}

async function run(
  call: Call,
  terminal: Terminal | undefined,
  world: CommandContext,
): Promise<number> {
  const { root, signal } = world;
  if (call.from === undefined && !terminal && Object.keys(call.facts).length === 0) {
    throw new UsageError(
      'Nothing to draft from: there is no terminal to ask at; give --from FILE or facts.',
    );
  }
  const given = call.from === undefined ? undefined : await sourceOf(call.from, world);
  const library = await readLibrary(root);
  const names = namesOf(library.projects, library.releases);
  const aliases = library.articles.flatMap(({ facts }) => facts.aliases);
  const taken = await readTaken(root, aliases);
  if (call.slug !== undefined) refuseTaken(call.slug, taken);
  const flags = givenFacts(call.facts, names);
  const named = given || !terminal ? '' : await askSource(terminal);
  const source = named === '' ? given : await sourceOf(named, world);
  let draft = draftOf(source, names, flags);
  if (terminal && !draft.facts.project.isSure) {
    const projects = names.projects.map(({ id }) => id);
    const project = await askProject(draft, projects, terminal);
    draft = draftOf(source, names, { ...flags, project });
  }

  const duplicates = duplicatesIn(library, draft);
  if (duplicates.length > 0 && !(await goesOn(duplicates, call, terminal, world))) {
    world.stderr.write('Nothing was written.\n');
    return DUPLICATE;
  }
  draft.facts.related = duplicates.map(({ slug, common }) => ({
    value: slug,
    isSure: false,
    note: `has this, too: ${common}`,
  }));
  if (terminal) draft.facts = await askFacts(draft, terminal);
  const proposed = proposedSlug(draft, taken.slugs);
  const slug = call.slug ?? (terminal ? await askSlug(proposed, taken.slugs, terminal) : proposed);
  signal.throwIfAborted();
  write(slug, draft, duplicates, taken, call.json, world);
  return WRITTEN;
}

/** Names what the library has already; whether a draft is written all the same. */
async function goesOn(
  duplicates: readonly Duplicate[],
  { noDuplicates }: Call,
  terminal: Terminal | undefined,
  { stderr }: CommandContext,
): Promise<boolean> {
  if (terminal && !noDuplicates) return askDespite(duplicates, terminal);
  for (const duplicate of duplicates) stderr.write(`${describeDuplicate(duplicate)}\n`);
  return !noDuplicates;
}

function write(
  slug: string,
  draft: Draft,
  duplicates: readonly Duplicate[],
  { id }: Taken,
  asJson: boolean,
  { root, today, stdout }: CommandContext,
): void {
  const { text, facts, unsure } = writeDraft(draft, id, today);
  const path = writeFiles(root, slug, text, draft.sourceLines);
  if (asJson) {
    const sections = draft.material;
    const ids = duplicates.map((duplicate) => duplicate.id);
    const answer = { path, facts, unsure, sections, duplicates: ids };
    stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  stdout.write(`${path} (${id})\n`);
  if (unsure.length > 0) stdout.write(`to be checked: ${unsure.join(', ')}\n`);
  stdout.write(`\`npm run check -- ${slug}\` lists with their lines what is left to do.\n`);
}

async function sourceOf(from: string, world: CommandContext): Promise<Source> {
  const bytes = await readSourceFile(from, world);
  try {
    return readSource(decodeSource(bytes));
  } catch (error) {
    if (error instanceof SourceError) throw new UsageError(`--from ${from}: ${error.message}`);
    throw error;
  }
}

function duplicatesIn({ articles }: Library, { facts }: Draft): Duplicate[] {
  return duplicatesOf(
    facts.signatures.map(({ value }) => value),
    facts.upstream.map(({ value }) => value),
    {
      entries: articles.map((article) => indexEntry(article, defaultLocale)),
      upstream: new Map(articles.map((article) => [article.facts.id, article.facts.upstream])),
    },
  );
}

if (import.meta.main) await runCommand(newCommand, processContext());
