import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { packageName } from '../../domain/versions/package-name.ts';
import { formatProblem } from '../../domain/facts/problems.ts';
import {
  formatReleases,
  newestRelease,
  type PackageReleases,
} from '../../domain/releases/releases.ts';
import type { Library } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { releasesFile, releasesFolder } from '../../content/read/read-records.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { fetchReleases, formatFailures, namedPackages } from '../shared/fetch-releases.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';

const USAGE = `Usage: npm run update:releases [-- --only PACKAGE]...

Fetches all releases of every package that articles and projects name, and
writes them to content/releases/<ecosystem>/<package>.json.
  --only PACKAGE   fetch only this one (may be repeated)
Environment: PYPI_INDEX_URL (https://pypi.org/simple),
CRATES_INDEX_URL (https://index.crates.io).
Exit code: 0 all packages were fetched, 1 some were not or do not exist,
2 usage error.`;

const COMPLETE = 0;
const INCOMPLETE = 1;

/** `npm run update:releases` */
export const updateReleasesCommand = defineCommand({
  name: 'npm run update:releases',
  usage: USAGE,
  examples: [
    'npm run update:releases',
    'npm run update:releases -- --only PyPI/cython --only crates.io/pyo3',
  ],
  options: { only: { type: 'string', multiple: true, default: [] } },
  async run({ values: { only } }, context: CommandContext) {
    const { root, stdout, today } = context;
    const library = await readLibrary(root, today);
    // Ignores problems in the files that this command overwrites. A link in their place would lead it elsewhere.
    const problem = library.problems.find(
      ({ file, isWrongKind }) => isWrongKind || !file.startsWith(`${releasesFolder}/`),
    );
    if (problem) {
      throw new UsageError(`${formatProblem(problem)}\nFix what \`npm run check\` reports first.`);
    }

    const named = namedPackages(library);
    for (const key of only) {
      if (!named.has(key))
        throw new UsageError(
          `--only: found ${key}; allowed: a package that an article or a project names.`,
        );
    }
    const wanted =
      only.length === 0 ? named : new Map([...named].filter(([key]) => only.includes(key)));
    const fetched = await fetchReleases(wanted, library.releases, context);
    const lines: string[] = [];
    for (const [key, { ecosystem, name }] of wanted) {
      const releases = fetched.releases.get(key);
      if (!releases) continue;
      const normal = packageName(ecosystem, name) ?? name;
      const file = { ecosystem, package: normal, checked: context.today, releases };
      const size = await write(root, file);
      lines.push(`${key}: ${describe(file)}, ${size} bytes`);
    }
    if (only.length === 0) lines.push(...(await removeUnnamed(root, library, named)));
    for (const line of [...lines, ...formatFailures(fetched)]) stdout.write(`${line}\n`);
    return fetched.releases.size === wanted.size ? COMPLETE : INCOMPLETE;
  },
});

/** `132 releases (12 without a date), newest 3.3.1` */
function describe({ ecosystem, releases }: PackageReleases): string {
  const undated = releases.filter(({ day }) => day === undefined).length;
  const newest = newestRelease(ecosystem, releases);
  return [
    `${releases.length} releases`,
    ...(undated === 0 ? [] : [` (${undated} without a date)`]),
    ...(newest ? [`, newest ${newest.version}`] : []),
  ].join('');
}

/** Returns the size of the file in bytes. */
async function write(root: string, file: PackageReleases): Promise<number> {
  const { ecosystem, package: name } = file;
  const target = path.join(root, releasesFile({ ecosystem, name }));
  const text = formatReleases(file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFileAtomic(target, text);
  return Buffer.byteLength(text);
}

/** Removes the files of packages that no article and no project names, and returns a line for each. */
async function removeUnnamed(
  root: string,
  { releases }: Library,
  named: ReadonlyMap<string, unknown>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const [key, { ecosystem, package: name }] of releases) {
    if (named.has(key)) continue;
    const file = releasesFile({ ecosystem, name });
    await rm(path.join(root, file));
    lines.push(`${key}: no longer named, removed ${file}`);
  }
  return lines;
}

if (import.meta.main) await runCommand(updateReleasesCommand, processContext());
