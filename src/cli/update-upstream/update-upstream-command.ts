import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { upstreamChanges, type UpstreamSnapshot } from '../../domain/upstream/upstream-changes.ts';
import { packagePath, type Package } from '../../domain/versions/package-name.ts';
import { formatProblem } from '../../domain/facts/problems.ts';
import { newestRelease, releasesOf } from '../../domain/releases/releases.ts';
import {
  formatRecord,
  openRecord,
  type UpstreamRecord,
} from '../../domain/upstream/upstream-record.ts';
import { trackerItem } from '../../domain/upstream/tracker-address.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { recordFile } from '../../content/read/read-records.ts';
import { earlierAnswers, keepAnswers } from '../../upstream/answer-cache.ts';
import { gitHub, TokenRejectedError } from '../../upstream/github.ts';
import { dueAddresses, poll, type PollResult } from '../../upstream/poll.ts';
import { UsageError } from '../shared/usage-error.ts';
import { fetchReleases, namedPackages, type AskedPackages } from '../shared/ask-packages.ts';
import { progress } from '../shared/progress.ts';
import {
  isComplete,
  outcomeJson,
  outcomeText,
  type UpstreamOutcome,
  type Overtaken,
} from './upstream-report.ts';
import {
  baseAddress,
  processContext,
  userAgent,
  type CommandContext,
} from '../shared/command-context.ts';
import { compareIds } from '../../domain/facts/compare-ids.ts';

const USAGE = `Usage: npm run -s upstream [-- [--json] [--only ID]... [--all]]

Asks GitHub for the state of every issue, pull request and discussion that an article cites, and the package
indexes for the newest releases; writes content/upstream.json and names the articles that are overtaken.
It can be stopped at any time and goes on where it stopped.
  --json     the result as JSON
  --only ID  only what this article cites and names, whenever that was last asked; may repeat
  --all      asks again for what was asked in the last three days
Environment: GITHUB_TOKEN (without one GitHub answers 60 requests an hour), GITHUB_API_URL, PYPI_INDEX_URL,
CRATES_INDEX_URL.
Exit code: 0 nothing has moved on, 3 something has, 1 nothing has so far but not all could be asked,
2 the call was wrong.`;

const UNMOVED = 0;
const INCOMPLETE = 1;
const BAD_USE = 2;
const MOVED = 3;

/** Answers of earlier runs, from the project's root. */
const ANSWERS_FILE = '.cache/github-answers.json';

/**
 * `npm run upstream`.
 *
 * @param args what stands behind the name of the command
 * @returns the exit code
 */
export async function upstreamCommand(args: string[], world: CommandContext): Promise<number> {
  try {
    const { help, json, only, all } = options(args);
    if (help) {
      world.stdout.write(`${USAGE}\n`);
      return UNMOVED;
    }
    const outcome = await run(world, only, all);
    const text = json ? JSON.stringify(outcomeJson(outcome), null, 2) : outcomeText(outcome);
    world.stdout.write(`${text}\n`);
    if (outcome.moved.length > 0) return MOVED;
    return isComplete(outcome) ? UNMOVED : INCOMPLETE;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return BAD_USE;
  }
}

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function run(
  world: CommandContext,
  only: readonly string[],
  all: boolean,
): Promise<UpstreamOutcome> {
  const { root, today } = world;
  const library = await readLibrary(root);
  const [problem] = library.problems;
  if (problem)
    throw new UsageError(`${formatProblem(problem)}\nFirst make \`npm run check\` pass.`);

  const isPart = only.length > 0;
  const articles = isPart ? chosen(library.articles, only) : library.articles;
  const packages = namedPackages({ articles, projects: isPart ? new Map() : library.projects });
  const cited = citedAddresses(articles);
  const record = openRecord(library.upstream);
  if (!isPart) {
    keepOnly(record.addresses, cited);
    keepOnly(record.packages, packages);
  }
  const due = dueAddresses(cited, record.addresses, today, all || isPart);
  const ask = await connected(world);

  const asked = await fetchReleases(packages, library.releases, world);
  noteNewest(record, asked, packages, today);
  const look = await ask(due, record).finally(() => save(root, record));
  const moved = overtaken(articles, {
    addresses: record.addresses,
    releasesOf: (ecosystem, name) =>
      asked.releases.get(packagePath({ ecosystem, name })) ??
      releasesOf(library.releases, ecosystem, name),
  });
  return {
    today,
    articles: articles.length,
    cited: cited.size,
    due: due.length,
    look,
    asked,
    moved,
  };
}

function chosen(articles: readonly LibraryArticle[], only: readonly string[]): LibraryArticle[] {
  return only.map((id) => {
    const article = articles.find(({ facts }) => facts.id === id);
    if (!article) throw new UsageError(`--only ${id}: no article has this id.`);
    return article;
  });
}

function citedAddresses(articles: readonly LibraryArticle[]): Set<string> {
  const urls = articles.flatMap(({ facts }) => facts.upstream.map(({ url }) => url));
  return new Set(urls.filter((url) => trackerItem(url)));
}

/** What no article cites and nothing names any more is forgotten. */
function keepOnly(entries: Map<string, unknown>, wanted: { has(key: string): boolean }): void {
  for (const key of entries.keys()) if (!wanted.has(key)) entries.delete(key);
}

function noteNewest(
  record: UpstreamRecord,
  { releases }: AskedPackages,
  packages: ReadonlyMap<string, Package>,
  checked: string,
): void {
  for (const [key, { ecosystem }] of packages) {
    const newest = newestRelease(ecosystem, releases.get(key) ?? []);
    if (!newest) continue;
    const { version, day } = newest;
    record.packages.set(key, { version, ...(day === undefined ? {} : { day }), checked });
  }
}

/** Makes ready to ask GitHub; done before anything is asked, so that a wrong call costs nothing. */
async function connected(world: CommandContext) {
  const { root, env, signal, today, second } = world;
  const baseUrl = baseAddress(world, 'GITHUB_API_URL', 'https://api.github.com');
  const token = env['GITHUB_TOKEN'] || undefined;
  const file = path.join(root, ANSWERS_FILE);
  const earlier = await earlierAnswers(file);
  return async (due: readonly string[], { addresses }: UpstreamRecord): Promise<PollResult> => {
    const shown = progress(world.stderr, 'GitHub', due.length);
    const onPause = (seconds: number) => shown.note(`asks for a pause of ${seconds} s`);
    const agent = userAgent(world);
    const ask = gitHub({ baseUrl, token, userAgent: agent, earlier, onPause, signal, second });
    try {
      return await poll(due, addresses, today, { ask, onStep: () => shown.step(), signal });
    } catch (error) {
      if (!(error instanceof TokenRejectedError)) throw error;
      throw new UsageError('GITHUB_TOKEN: GitHub does not take it. Set another one, or none.');
    } finally {
      shown.end();
      await keepAnswers(file, earlier);
    }
  };
}

async function save(root: string, record: UpstreamRecord): Promise<void> {
  if (record.addresses.size + record.packages.size === 0) return;
  await writeFile(path.join(root, recordFile), formatRecord(record));
}

function overtaken(articles: readonly LibraryArticle[], seen: UpstreamSnapshot): Overtaken[] {
  return articles
    .map(({ slug, facts }) => {
      const { id, status } = facts;
      return { id, slug, status, moves: upstreamChanges(facts, seen) };
    })
    .filter(({ moves }) => moves.length > 0)
    .sort((a, b) => compareIds(a.id, b.id));
}

if (import.meta.main) {
  process.exitCode = await upstreamCommand(process.argv.slice(2), processContext());
}
