import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { compareIds } from '../../domain/facts/compare-ids.ts';
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
import { readAnswers, writeAnswers } from '../../upstream/answer-cache.ts';
import { gitHubClient, TokenRejectedError } from '../../upstream/github.ts';
import { dueAddresses, poll, type PollResult } from '../../upstream/poll.ts';
import {
  baseAddress,
  processContext,
  userAgent,
  type CommandContext,
} from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { fetchReleases, namedPackages, type FetchedReleases } from '../shared/fetch-releases.ts';
import { progress } from '../shared/progress.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import {
  formatJson,
  formatText,
  isComplete,
  type Outcome,
  type StaleArticle,
} from './upstream-report.ts';

const USAGE = `Usage: npm run -s update:upstream [-- [--json] [--only ID]... [--all]]

Checks the state of every issue, pull request and discussion that an article
cites, and the newest releases of every package. Writes content/upstream.json
and lists the articles that are out of date. It can be interrupted at any time;
the next run continues where it stopped.
  --json     print the result as JSON
  --only ID  check what this article cites and names, even if checked recently
             (may be repeated)
  --all      check again what was checked in the last three days
Environment: GITHUB_TOKEN (without one GitHub answers 60 requests per hour),
GITHUB_API_URL, PYPI_INDEX_URL, CRATES_INDEX_URL.
Exit code: 0 no article is out of date, 3 at least one is, 1 none so far but not
everything could be checked, 2 usage error.`;

const UNCHANGED = 0;
const INCOMPLETE = 1;
const CHANGED = 3;

/** Answers of earlier runs, relative to the project's root. */
const ANSWERS_FILE = '.cache/github-answers.json';

/** `npm run update:upstream` */
export const updateUpstreamCommand = defineCommand({
  name: 'npm run -s update:upstream',
  usage: USAGE,
  examples: [
    'npm run -s update:upstream -- --only KF-0001',
    'npm run -s update:upstream -- --json > upstream-report.json',
  ],
  options: {
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
  async run({ values: { json, all, only } }, context: CommandContext) {
    const outcome = await update(context, only, all);
    context.stdout.write(`${json ? formatJson(outcome) : formatText(outcome)}\n`);
    if (outcome.stale.length > 0) return CHANGED;
    return isComplete(outcome) ? UNCHANGED : INCOMPLETE;
  },
});

async function update(
  context: CommandContext,
  only: readonly string[],
  all: boolean,
): Promise<Outcome> {
  const { root, today } = context;
  const library = await readLibrary(root, today);
  const [problem] = library.problems;
  if (problem)
    throw new UsageError(`${formatProblem(problem)}\nFix what \`npm run check\` reports first.`);

  const isPartial = only.length > 0;
  const articles = isPartial ? articlesWithIds(library.articles, only) : library.articles;
  const packages = namedPackages({ articles, projects: isPartial ? new Map() : library.projects });
  const cited = citedAddresses(articles);
  const record = openRecord(library.upstream);
  if (!isPartial) {
    keepOnly(record.addresses, cited);
    keepOnly(record.packages, packages);
  }
  const due = dueAddresses(cited, record.addresses, today, all || isPartial);
  const pollGitHub = await connect(context);

  const fetched = await fetchReleases(packages, library.releases, context);
  recordNewest(record, fetched, packages, today);
  const polled = await pollGitHub(due, record).finally(() => save(root, record));
  const stale = staleArticles(articles, {
    addresses: record.addresses,
    releasesOf: (ecosystem, name) =>
      fetched.releases.get(packagePath({ ecosystem, name })) ??
      releasesOf(library.releases, ecosystem, name),
  });
  const counts = { articles: articles.length, cited: cited.size, due: due.length };
  return { today, ...counts, polled, fetched, stale };
}

function articlesWithIds(
  articles: readonly LibraryArticle[],
  ids: readonly string[],
): LibraryArticle[] {
  return ids.map((id) => {
    const article = articles.find(({ facts }) => facts.id === id);
    if (!article) throw new UsageError(`--only: found ${id}; allowed: the id of an article.`);
    return article;
  });
}

function citedAddresses(articles: readonly LibraryArticle[]): Set<string> {
  const urls = articles.flatMap(({ facts }) => facts.upstream.map(({ url }) => url));
  return new Set(urls.filter((url) => trackerItem(url)));
}

function keepOnly(entries: Map<string, unknown>, wanted: { has(key: string): boolean }): void {
  for (const key of entries.keys()) if (!wanted.has(key)) entries.delete(key);
}

function recordNewest(
  record: UpstreamRecord,
  { releases }: FetchedReleases,
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

/**
 * Prepares a client for GitHub. The settings are validated here, before the first request, so that a wrong one costs
 * nothing.
 */
async function connect(context: CommandContext) {
  const { root, env, signal, today, second } = context;
  const baseUrl = baseAddress(context, 'GITHUB_API_URL', 'https://api.github.com');
  const token = env['GITHUB_TOKEN'] || undefined;
  const file = path.join(root, ANSWERS_FILE);
  const answers = await readAnswers(file);
  return async (due: readonly string[], { addresses }: UpstreamRecord): Promise<PollResult> => {
    const bar = progress(context.stderr, 'GitHub', due.length);
    const client = gitHubClient({
      baseUrl,
      token,
      userAgent: userAgent(context),
      answers,
      onPause: (seconds) => bar.note(`rate limited, waiting ${seconds} s`),
      signal,
      second,
    });
    try {
      return await poll(due, addresses, today, { client, onStep: () => bar.step(), signal });
    } catch (error) {
      if (!(error instanceof TokenRejectedError)) throw error;
      throw new UsageError('GITHUB_TOKEN: GitHub rejects it. Set a valid one, or none.');
    } finally {
      bar.end();
      await writeAnswers(file, answers);
    }
  };
}

async function save(root: string, record: UpstreamRecord): Promise<void> {
  if (record.addresses.size + record.packages.size === 0) return;
  await writeFileAtomic(path.join(root, recordFile), formatRecord(record));
}

function staleArticles(
  articles: readonly LibraryArticle[],
  seen: UpstreamSnapshot,
): StaleArticle[] {
  return articles
    .map(({ slug, facts }) => {
      const { id, status } = facts;
      return { id, slug, status, changes: upstreamChanges(facts, seen) };
    })
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => compareIds(a.id, b.id));
}

if (import.meta.main) await runCommand(updateUpstreamCommand, processContext());
