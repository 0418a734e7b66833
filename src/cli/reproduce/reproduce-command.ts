import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { casesOf } from '../../domain/reproduction/cases.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { findInterpreters } from '../../reproduce/interpreters.ts';
import { findProgram, missingPackages } from '../../reproduce/missing-requirements.ts';
import {
  defaultParts,
  type Part,
  type PartResult,
  type ReproductionContext,
} from '../../reproduce/run-reproduction.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import { summarize, type ArticleResult } from './article-status.ts';
import { bisect, bisectionReport, writeAffected } from './bisect.ts';
import { findReproductions, type Reproducible } from './find-reproductions.ts';
import { formatReport } from './reproduce-report.ts';
import { runArticles } from './run-articles.ts';
import { writeVerified } from './write-verified.ts';

const USAGE = `Usage: npm run reproduce -- [OPTIONS] [ID...]

Runs the faults of articles, by id or slug, or of all that have reproduce/: the
broken side must print what the article shows, the fixed side must work, and the
commands of What to do must turn one into the other. docs/REPRODUCTIONS.md
describes the format. Needs Python, and uses uv if it is there. Environments are
kept in .cache/reproduce.

It runs commands and code from the articles on this machine, with your rights.

  --side SIDE       only broken, fixed or advice (may be repeated)
  --case NAME       only this case: main or the name of a variant
  --share K/N       only the K-th of N parts of the articles, such as 2/8
  --newest          run the newest releases of the concerned packages instead of
                    the pinned ones, and the advice
  --bisect PACKAGE  find the broken releases of a package, such as cython or
                    crates.io/pyo3, with the broken side of one article
  --write           write what was run into verified, or with --bisect the
                    ranges into affected
  --install         install missing Debian packages with apt-get
  --keep            keep the working folders and print their paths
  --clean           remove the environments of each article when it has ended;
                    all together need more than 50 GB
  --json            print the results as JSON

Exit code: 0 all that could run did as claimed, 1 something differs or was
blocked, such as by a release that cannot be installed, 2 usage error.`;

/** The share of all articles. */
const WHOLE = '1/1';

/** `npm run reproduce` */
export const reproduceCommand = defineCommand({
  name: 'npm run reproduce',
  usage: USAGE,
  examples: ['npm run reproduce -- KF-0001', 'npm run reproduce -- KF-0001 --bisect cython'],
  options: {
    side: { type: 'string', multiple: true, default: [] },
    case: { type: 'string' },
    share: { type: 'string', default: WHOLE },
    newest: { type: 'boolean', default: false },
    bisect: { type: 'string' },
    write: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    clean: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
  async run({ values, positionals }, context: CommandContext) {
    const { root, env, signal, stdout, stderr, today } = context;
    const parts = readParts(values);
    const library = await readLibrary(root, today);
    const all = findReproductions(library, positionals, context);
    const found = chooseShare(all.found, values.share);
    if (values.case !== undefined) checkCase(found, values.case);
    if (found.length > 0) stderr.write('Running commands from the articles on this machine.\n');
    if (values.install) installPackages(found);
    const runContext: Omit<ReproductionContext, 'onStep'> = {
      cache: path.join(root, '.cache', 'reproduce'),
      env,
      uv: findProgram('uv', env),
      signal,
      interpreters: await findInterpreters(env),
      keep: values.keep,
    };

    if (values.bisect !== undefined) {
      const [one, ...others] = found;
      if (!one || others.length > 0) throw new UsageError('--bisect: allowed with one article.');
      const onStep = (text: string) => stderr.write(`${text}\n`);
      const result = await bisect(one, values.bisect, values.case, library, {
        ...runContext,
        onStep,
      });
      stdout.write(`${bisectionReport(result).join('\n')}\n`);
      if (signal.aborted) return 1;
      if (values.write) stdout.write(`${await writeAffected(one.article, result, context)}\n`);
      return 0;
    }

    const options = { parts, caseName: values.case, clean: values.clean, key: today };
    const results = await runArticles(found, options, runContext, stderr);
    const without = values.share === WHOLE ? all.without.map(withoutReproduction) : [];
    const articles = [...results, ...without].sort((a, b) => (a.id < b.id ? -1 : 1));
    const summary = summarize(articles, signal.aborted);
    stdout.write(
      values.json
        ? `${JSON.stringify({ summary, articles }, null, 2)}\n`
        : formatReport(articles, summary),
    );
    if (values.write) await writeAll(found, results, context);
    const isFailed = results.some((result) => result.results.some(isFailure));
    return isFailed || signal.aborted ? 1 : 0;
  },
});

const isFailure = ({ status }: PartResult) => status === 'differs' || status === 'blocked';

interface PartOptions {
  side: readonly string[];
  newest: boolean;
  write: boolean;
  case?: string | undefined;
  bisect?: string | undefined;
}

/** @throws {UsageError} if none of the articles has a case of this name */
function checkCase(found: readonly Reproducible[], name: string): void {
  const names = found.flatMap(({ folder }) => casesOf(folder.reproduction).map((one) => one.name));
  if (names.length === 0 || names.includes(name)) return;
  throw new UsageError(`--case: found ${name}; allowed: ${[...new Set(names)].join(', ')}.`);
}

/** @throws {UsageError} for a name that is not a part, and for options that exclude each other */
function readParts({ side: names, newest, write, case: name, bisect }: PartOptions): Part[] {
  const isPart = (name: string): name is Part => (defaultParts as readonly string[]).includes(name);
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) {
    throw new UsageError(`--side: found ${unknown}; allowed: ${defaultParts.join(', ')}.`);
  }
  const isPartial = names.length > 0 || newest || name !== undefined;
  if (write && isPartial && bisect === undefined) {
    throw new UsageError('--write: allowed without --side, --case and --newest.');
  }
  if (newest) return ['newest', 'advice'];
  return names.length === 0 ? [...defaultParts] : names.filter(isPart);
}

/**
 * Returns every N-th article, from the K-th on.
 *
 * @throws {UsageError} unless `share` is `K/N` with K from 1 through N
 */
function chooseShare(found: readonly Reproducible[], share: string): readonly Reproducible[] {
  const [part = 0, count = 0] = (/^\d{1,3}\/\d{1,3}$/.test(share) ? share : '')
    .split('/')
    .map(Number);
  if (part < 1 || part > count) {
    throw new UsageError(`--share: found ${share}; allowed: K/N such as 2/8.`);
  }
  return found.filter((_, index) => index % count === part - 1);
}

/** @throws {UsageError} if apt-get fails */
function installPackages(found: readonly Reproducible[]): void {
  const wanted = found.flatMap(({ folder }) =>
    casesOf(folder.reproduction).flatMap(({ requires }) => requires.debian ?? []),
  );
  const missing = missingPackages([...new Set(wanted)]);
  if (missing.length === 0) return;
  try {
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', '--', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    throw new UsageError(`--install: apt-get could not install ${missing.join(' ')}.`);
  }
}

const withoutReproduction = ({ facts: { id }, slug }: LibraryArticle): ArticleResult => ({
  id,
  slug,
  status: 'no-reproduction',
  results: [],
});

async function writeAll(
  found: readonly Reproducible[],
  results: readonly ArticleResult[],
  context: CommandContext,
): Promise<void> {
  for (const result of results) {
    const one = found.find(({ article }) => article.slug === result.slug);
    if (!one || result.status === 'skipped' || result.status === 'interrupted') continue;
    context.stderr.write(`${await writeVerified(one, result, context)}\n`);
  }
}

if (import.meta.main) await runCommand(reproduceCommand, processContext());
