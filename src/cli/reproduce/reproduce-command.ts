import path from 'node:path';
import { formatProblem } from '../../domain/facts/problems.ts';
import { casesOf } from '../../domain/reproduction/cases.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { readReproduction, type ReproductionFolder } from '../../content/read/read-reproduction.ts';
import { reproductionProblems } from '../../content/reproduction/reproduction-problems.ts';
import { shownCode } from '../../content/reproduction/shown-code.ts';
import { findInterpreters } from '../../reproduce/interpreters.ts';
import { findProgram } from '../../reproduce/missing-requirements.ts';
import {
  parts,
  runPart,
  sideOf,
  type Part,
  type PartResult,
  type ReproductionContext,
} from '../../reproduce/run-reproduction.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { progress } from '../shared/progress.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import {
  reportDetails,
  reportSummary,
  reportTable,
  type ArticleResult,
} from './reproduce-report.ts';

const USAGE = `Usage: npm run reproduce -- [OPTIONS] [ID...]

Runs the faults of articles, by id or slug, or of all that can be run: the
broken side must print what the article shows, the fixed side must work, and the
advice must turn one into the other. Needs Python; uses uv if it is installed.
Environments are kept in .cache/reproduce.

It runs commands and code from the articles on this machine, with your rights.

  --side SIDE   only broken, fixed or advice (may be repeated)
  --case NAME   only this case: main or the name of a variant
  --keep        keep the working folders and print their paths
  --json        print the results as JSON

Exit code: 0 all that could run did as claimed, 1 something differs or could not
be installed, 2 usage error.`;

/** An article to run. */
interface Reproducible {
  article: LibraryArticle;
  folder: ReproductionFolder;
}

/** `npm run reproduce` */
export const reproduceCommand = defineCommand({
  name: 'npm run reproduce',
  usage: USAGE,
  examples: ['npm run reproduce -- KF-0001', 'npm run reproduce -- KF-0001 --side broken --keep'],
  options: {
    side: { type: 'string', multiple: true, default: [] },
    case: { type: 'string' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
  async run({ values, positionals }, context: CommandContext) {
    const { stdout, stderr } = context;
    const chosenParts = readParts(values.side);
    const { found, without } = await findReproductions(positionals, context);
    if (found.length > 0) {
      stderr.write('Running commands from the articles on this machine.\n');
    }
    const results = await runAll(found, { ...values, parts: chosenParts }, context);
    if (values.json) stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    else {
      const details = results.flatMap(reportDetails);
      const sections = [details, reportTable(results), [reportSummary(results, without)]];
      for (const lines of sections) if (lines.length > 0) stdout.write(`${lines.join('\n')}\n\n`);
    }
    const failed = results.some((result) => result.results.some(isFailure));
    return failed || context.signal.aborted ? 1 : 0;
  },
});

const isFailure = ({ status }: PartResult) => status === 'differs' || status === 'blocked';

/** @throws {UsageError} for a name that is not a part */
function readParts(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !(parts as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--side: found ${unknown}; allowed: ${parts.join(', ')}.`);
  }
  return names.length === 0 ? parts : (names as Part[]);
}

/**
 * Finds the articles to run, all for an empty list, and counts those without a reproduction.
 *
 * @throws {UsageError} for an unknown article, one without a reproduction that was asked for, or one with a problem
 */
async function findReproductions(
  names: readonly string[],
  { root, today }: CommandContext,
): Promise<{ found: Reproducible[]; without: number }> {
  const library = await readLibrary(root, today);
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const isWanted = ({ facts, slug }: LibraryArticle) =>
    wanted.delete(facts.id.toLowerCase()) || wanted.delete(slug);
  const chosen = names.length === 0 ? library.articles : library.articles.filter(isWanted);
  const [unknown] = wanted;
  if (unknown !== undefined) {
    throw new UsageError(`${unknown}: no article has this id or slug, or it has errors.`);
  }
  const found: Reproducible[] = [];
  for (const article of chosen) {
    const problems: typeof library.problems = [];
    const folder = await readReproduction(article.slug, { root, today, problems });
    if (folder) problems.push(...reproductionProblems(article, folder));
    const [problem] = problems;
    if (problem) throw new UsageError(formatProblem(problem));
    if (folder) found.push({ article, folder });
    else if (names.length > 0) {
      throw new UsageError(`${article.facts.id}: the article has no reproduce/reproduce.yaml.`);
    }
  }
  found.sort((a, b) => (a.article.facts.id < b.article.facts.id ? -1 : 1));
  return { found, without: chosen.length - found.length };
}

interface RunOptions {
  parts: readonly Part[];
  case?: string | undefined;
  keep: boolean;
}

async function runAll(
  found: readonly Reproducible[],
  options: RunOptions,
  { root, env, stderr, signal }: CommandContext,
): Promise<ArticleResult[]> {
  const bar = progress(stderr, 'Reproductions', found.length);
  const context: Omit<ReproductionContext, 'onStep'> = {
    cache: path.join(root, '.cache', 'reproduce'),
    env,
    uv: findProgram('uv', env),
    signal,
    interpreters: await findInterpreters(env),
    keep: options.keep,
  };
  const results: ArticleResult[] = [];
  for (const { article, folder } of found) {
    if (signal.aborted) break;
    const { slug } = article;
    const { id } = article.facts;
    const note = (text: string) => bar.note(`${id} ${text}`);
    results.push({
      id,
      slug,
      ...(folder.reproduction.skip !== undefined && { skip: folder.reproduction.skip }),
      results: await runArticle({ article, folder }, options, context, note, stderr.isTTY),
    });
    bar.step();
  }
  bar.end();
  return results;
}

async function runArticle(
  { article, folder }: Reproducible,
  options: RunOptions,
  context: Omit<ReproductionContext, 'onStep'>,
  note: (text: string) => void,
  showsSteps: boolean,
): Promise<PartResult[]> {
  const { outputs } = shownCode(article.text);
  const results: PartResult[] = [];
  for (const plan of casesOf(folder.reproduction)) {
    if (options.case !== undefined && options.case !== plan.name) continue;
    for (const part of options.parts) {
      if (context.signal.aborted) return results;
      if (!sideOf(part, plan)) continue;
      const title = `${plan.name} ${part}`;
      note(title);
      const onStep = (text: string) => {
        if (showsSteps) note(`${title}: ${text}`);
      };
      const request = { plan, files: folder.files, outputs };
      results.push(...(await runPart(part, request, { ...context, onStep })));
    }
  }
  return results;
}

if (import.meta.main) await runCommand(reproduceCommand, processContext());
