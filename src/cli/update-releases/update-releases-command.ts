import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageName } from '../../domain/versions/package-name.ts';
import { formatProblem } from '../../domain/facts/problems.ts';
import {
  formatReleases,
  newestRelease,
  type PackageReleases,
} from '../../domain/releases/releases.ts';
import { readLibrary, type Library } from '../../content/read/read-library.ts';
import { releasesFile, releasesFolder } from '../../content/read/read-records.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { fetchReleases, formatFailures, namedPackages } from '../shared/fetch-releases.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';

const USAGE = `Usage: npm run update:releases [-- --only PyPI/NAME]...

Asks PyPI and crates.io for all releases of every package that articles and projects name,
and writes content/releases/<ecosystem>/<package>.json.
  --only PACKAGE   only this one, such as PyPI/cython or crates.io/pyo3; may repeat
Environment: PYPI_INDEX_URL (https://pypi.org/simple), CRATES_INDEX_URL (https://index.crates.io).
Exit code: 0 all were asked, 1 some were not or do not exist, 2 the call was wrong.`;

const COMPLETE = 0;
const INCOMPLETE = 1;

/** `npm run update:releases` */
export const updateReleasesCommand = defineCommand({
  usage: USAGE,
  options: { only: { type: 'string', multiple: true, default: [] } },
  async run({ values: { only } }, context: CommandContext) {
    const { root, stdout } = context;
    const library = await readLibrary(root);
    // Problems in the files that this command writes are no obstacle: it overwrites them.
    const problem = library.problems.find(({ file }) => !file.startsWith(`${releasesFolder}/`));
    if (problem) {
      throw new UsageError(`${formatProblem(problem)}\nFirst make \`npm run check\` pass.`);
    }

    const named = namedPackages(library);
    for (const key of only) {
      if (!named.has(key))
        throw new UsageError(`--only ${key}: no article and no project names it.`);
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

/** `132 releases (12 without a day), newest 3.3.1` */
function describe({ ecosystem, releases }: PackageReleases): string {
  const undated = releases.filter(({ day }) => day === undefined).length;
  const newest = newestRelease(ecosystem, releases);
  return [
    `${releases.length} releases`,
    ...(undated === 0 ? [] : [` (${undated} without a day)`]),
    ...(newest ? [`, newest ${newest.version}`] : []),
  ].join('');
}

/** Returns the size of the file in bytes. */
async function write(root: string, file: PackageReleases): Promise<number> {
  const { ecosystem, package: name } = file;
  const target = path.join(root, releasesFile({ ecosystem, name }));
  const text = formatReleases(file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
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
    lines.push(`${key}: nothing names it any more, ${file} is removed`);
  }
  return lines;
}

if (import.meta.main) await runCommand(updateReleasesCommand, processContext());
