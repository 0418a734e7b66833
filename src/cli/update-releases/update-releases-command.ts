import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageName } from '../../domain/versions/package-name.ts';
import { formatProblem } from '../../domain/facts/problems.ts';
import { formatReleases, newestRelease, type PackageReleases } from '../../domain/releases/releases.ts';
import type { Library } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { releasesFile, releasesFolder } from '../../content/read/read-records.ts';
import { UsageError } from '../shared/usage-error.ts';
import { fetchReleases, namedPackages, packageTroubles } from '../shared/ask-packages.ts';
import { processContext, type CommandContext } from '../shared/command-context.ts';

const USAGE = `Usage: npm run releases [-- --only PyPI/NAME]...

Asks PyPI and crates.io for all releases of every package that articles and projects name,
and writes content/releases/<ecosystem>/<package>.json.
  --only PACKAGE   only this one, such as PyPI/cython or crates.io/pyo3; may repeat
Environment: PYPI_INDEX_URL (https://pypi.org/simple), CRATES_INDEX_URL (https://index.crates.io).
Exit code: 0 all were asked, 1 some were not or do not exist, 2 the call was wrong.`;

const DONE = 0;
const INCOMPLETE = 1;
const BAD_USE = 2;

/**
 * `npm run releases`.
 *
 * @param args what stands behind the name of the command
 * @returns the exit code
 */
export async function releasesCommand(args: string[], world: CommandContext): Promise<number> {
  try {
    return await run(args, world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return BAD_USE;
  }
}

async function run(args: string[], world: CommandContext): Promise<number> {
  const { help, only } = options(args);
  if (help) {
    world.stdout.write(`${USAGE}\n`);
    return DONE;
  }
  const library = await readLibrary(world.root);
  // What is wrong in the files that this command writes is what it mends.
  const problem = library.problems.find(({ file }) => !file.startsWith(`${releasesFolder}/`));
  if (problem) throw new UsageError(`${formatProblem(problem)}\nFirst make \`npm run check\` pass.`);

  const named = namedPackages(library);
  for (const key of only) {
    if (!named.has(key)) throw new UsageError(`--only ${key}: no article and no project names it.`);
  }
  const wanted =
    only.length === 0 ? named : new Map([...named].filter(([key]) => only.includes(key)));
  const asked = await fetchReleases(wanted, library.releases, world);
  const lines: string[] = [];
  for (const [key, { ecosystem, name }] of wanted) {
    const releases = asked.releases.get(key);
    if (!releases) continue;
    const normal = packageName(ecosystem, name) ?? name;
    const file = { ecosystem, package: normal, checked: world.today, releases };
    const size = await write(world.root, file);
    lines.push(`${key}: ${describe(file)}, ${size} bytes`);
  }
  if (only.length === 0) lines.push(...(await removeOthers(world.root, library, named)));
  for (const line of [...lines, ...packageTroubles(asked)]) world.stdout.write(`${line}\n`);
  return asked.releases.size === wanted.size ? DONE : INCOMPLETE;
}

function options(args: string[]): { help: boolean; only: string[] } {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        only: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

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

/** @returns the size of the file in bytes */
async function write(root: string, file: PackageReleases): Promise<number> {
  const { ecosystem, package: name } = file;
  const target = path.join(root, releasesFile({ ecosystem, name }));
  const text = formatReleases(file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  return Buffer.byteLength(text);
}

/** Removes the files of packages that nothing names any more. */
async function removeOthers(
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

if (import.meta.main) {
  process.exitCode = await releasesCommand(process.argv.slice(2), processContext());
}
