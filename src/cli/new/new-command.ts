/** `npm run new`: drafts an article from an upstream issue or a write-up. */
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { formatProblem } from '../../domain/facts/problems.ts';
import { decodeSource, SourceError } from '../../drafts/decode-source.ts';
import type { DraftFacts, GivenFacts } from '../../drafts/draft-facts.ts';
import { extractFacts, type Extracted } from '../../drafts/extract-facts.ts';
import {
  duplicateFinder,
  type Duplicate,
  type KnownArticle,
} from '../../drafts/find-duplicates.ts';
import { knownProjects, type KnownProject } from '../../drafts/projects.ts';
import { readSource, type Source } from '../../drafts/read-source.ts';
import { proposeSlug, writeDraft } from '../../drafts/write-draft.ts';
import { indexEntry } from '../../content/to-index-entry.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { helpText, USAGE_ERROR, usageErrorText } from '../shared/define-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import { runCommand } from '../shared/run-command.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { readSourceFile, refuseTaken, takenBy, writeFiles } from './draft-files.ts';
import { EXAMPLES, givenFacts, readOptions, USAGE, type Options } from './draft-options.ts';
import {
  Cancelled,
  confirmDuplicates,
  describeDuplicate,
  promptFacts,
  promptProject,
  promptSlug,
  promptSource,
  type Terminal,
} from './prompts.ts';

/** Folders that a draft is written into: neither may be a link to a place outside. */
const FOLDERS = ['content', 'content/articles'];

const WRITTEN = 0;
const DUPLICATE = 1;
const INTERRUPTED = 130;

/**
 * Runs `npm run new`.
 *
 * @param args arguments of the command, without its name
 * @returns the exit code
 */
export async function newCommand(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  let terminal: Terminal | undefined;
  try {
    const options = readOptions(args);
    if (options.help) {
      context.stdout.write(helpText(USAGE, EXAMPLES));
      return WRITTEN;
    }
    terminal = openTerminal(options, context);
    return await draft(options, terminal, context);
  } catch (error) {
    if (error instanceof Cancelled || context.signal.aborted) {
      context.stderr.write('\nStopped: nothing was written.\n');
      return INTERRUPTED;
    }
    if (!(error instanceof UsageError)) throw error;
    context.stderr.write(usageErrorText(error, 'npm run new'));
    return USAGE_ERROR;
  } finally {
    // An open keyboard keeps the process alive.
    terminal?.input.destroy();
  }
}

/** Returns the terminal for prompts, which go to the error stream because the output may be JSON. */
function openTerminal({ yes, from }: Options, { stderr }: CommandContext): Terminal | undefined {
  if (yes || !stderr.isTTY) return undefined;
  const output = stderr.terminal;
  if (from !== '-') return process.stdin.isTTY ? { input: process.stdin, output } : undefined;
  try {
    // Standard input is the source, so answers are read from the keyboard.
    const device = process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty';
    return { input: new ReadStream(openSync(device, 'r+')), output };
  } catch {
    return undefined;
  }
}

async function draft(
  options: Options,
  terminal: Terminal | undefined,
  context: CommandContext,
): Promise<number> {
  const { root, signal, stdout, stderr, today } = context;
  const given = await givenSource(options, terminal, context);
  const library = await readLibrary(root, today);
  const projects = knownProjects(library.projects);
  const misplaced = library.problems.find(({ file }) => FOLDERS.includes(file));
  if (misplaced) throw new UsageError(formatProblem(misplaced));
  const taken = takenBy(library);
  if (options.slug !== undefined) refuseTaken(options.slug, taken.slugs);
  const source = given ?? (terminal && (await askForSource(terminal, context)));
  let extracted = await extract(source, projects, givenFacts(options.facts, projects), terminal);

  const duplicates = duplicateFinder(library.articles.map(knownArticle))(extracted);
  if (duplicates.length > 0 && !(await continues(duplicates, options, terminal, context))) {
    stderr.write('Nothing was written.\n');
    return DUPLICATE;
  }
  const related = duplicates.map(({ slug, common }) => ({
    value: slug,
    isSure: false,
    note: `covers this: ${common}`,
  }));
  extracted = { ...extracted, facts: { ...extracted.facts, related } };
  if (terminal) extracted.facts = await promptFacts(extracted.facts, terminal);
  const slug = options.slug ?? (await chooseSlug(extracted.facts, taken.slugs, terminal));
  signal.throwIfAborted();

  const { text, facts, unsure, sections } = writeDraft(extracted, { id: taken.id, today });
  const path = writeFiles(root, slug, text, source?.lines ?? []);
  if (options.json) {
    const ids = duplicates.map(({ id }) => id);
    const answer = { path, facts, unsure, sections, duplicates: ids };
    stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return WRITTEN;
  }
  stdout.write(`${path} (${taken.id})\n`);
  if (unsure.length > 0) stdout.write(`to be checked: ${unsure.join(', ')}\n`);
  stdout.write(`\`npm run check -- ${slug}\` lists with their lines what is left to do.\n`);
  return WRITTEN;
}

/** @throws {UsageError} if there is neither a source, nor facts, nor a terminal to ask at */
async function givenSource(
  { from, facts }: Options,
  terminal: Terminal | undefined,
  context: CommandContext,
): Promise<Source | undefined> {
  if (from !== undefined) return sourceOf(from, context);
  if (terminal || Object.keys(facts).length > 0) return undefined;
  throw new UsageError(
    'Nothing to draft from: there is no terminal to ask at; give --from FILE or facts.',
  );
}

async function chooseSlug(
  facts: DraftFacts,
  taken: ReadonlySet<string>,
  terminal: Terminal | undefined,
): Promise<string> {
  const proposed = proposeSlug(facts, taken);
  return terminal ? promptSlug(proposed, taken, terminal) : proposed;
}

async function askForSource(
  terminal: Terminal,
  context: CommandContext,
): Promise<Source | undefined> {
  const named = await promptSource(terminal);
  return named === '' ? undefined : sourceOf(named, context);
}

/** Extracts the facts of a source; asks for the project if the source leaves it open. */
async function extract(
  source: Source | undefined,
  projects: readonly KnownProject[],
  given: GivenFacts,
  terminal: Terminal | undefined,
): Promise<Extracted> {
  const extracted = extractFacts(source, projects, given);
  if (!terminal || extracted.facts.project.isSure) return extracted;
  const ids = projects.map(({ id }) => id);
  const project = await promptProject(extracted.facts, ids, terminal);
  return extractFacts(source, projects, { ...given, project });
}

/** Names the duplicates, and returns true if the draft is to be written all the same. */
async function continues(
  duplicates: readonly Duplicate[],
  { noDuplicates }: Options,
  terminal: Terminal | undefined,
  { stderr }: CommandContext,
): Promise<boolean> {
  if (terminal && !noDuplicates) return confirmDuplicates(duplicates, terminal);
  for (const duplicate of duplicates) stderr.write(`${describeDuplicate(duplicate)}\n`);
  return !noDuplicates;
}

async function sourceOf(from: string, context: CommandContext): Promise<Source> {
  const bytes = await readSourceFile(from, context);
  try {
    return readSource(decodeSource(bytes), from);
  } catch (error) {
    if (error instanceof SourceError) throw new UsageError(`--from ${from}: ${error.message}`);
    throw error;
  }
}

function knownArticle(article: LibraryArticle): KnownArticle {
  return { upstream: article.facts.upstream, entry: indexEntry(article, 'zh') };
}

if (import.meta.main) await runCommand(newCommand, processContext());
