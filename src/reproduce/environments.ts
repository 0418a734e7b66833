import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { EnvironmentPlan } from '../domain/reproduction/cases.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import { compareVersions } from '../domain/versions/versions.ts';
import type { Interpreter } from './interpreters.ts';
import { describeExceeded, runProcess } from './run-process.ts';
import { passedVariables, programFolder } from './step-variables.ts';

/** A virtual environment with the packages of one side. */
export interface Environment {
  folder: string;
  interpreter: Interpreter;
  /** Installed versions by normalized name. */
  packages: ReadonlyMap<string, string>;
}

/** An environment that cannot be made or used. The message says why, such as the end of the installer's output. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Dependencies of what makes environments. */
export interface EnvironmentContext {
  /** Folder that keeps environments between runs. */
  cache: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Path of uv, which is several times faster than pip; `undefined` to do without. */
  uv: string | undefined;
  /** Receives the folder of every environment that is made or used again. */
  onEnvironment?: (folder: string) => void;
  signal: AbortSignal;
}

/** A plan, and the Python that was chosen for it. */
export interface EnvironmentRequest extends EnvironmentPlan {
  interpreter: Interpreter;
  /** Distinguishes environments of equal plans; a new key makes a new environment. */
  key?: string | undefined;
  /** Name of a package of which only a wheel is installed: older releases take minutes to compile, if they can be. */
  wheelOnly?: string | undefined;
}

/** File of an environment that says what was installed. An environment that a step has changed no longer matches it. */
const RECORD = 'known-faults.json';

/** Folder of an environment with what cargo has compiled. It survives that the environment is made again. */
export const CARGO_TARGET = 'cargo-target';

/** Environments that are kept; the articles' have 200 MB on average. Chosen. */
const MAX_KEPT = 40;

/** The longest builds of the articles' packages take ten minutes. Chosen. */
const LIMITS = { seconds: 1_800, memoryGib: 16 };

const MAX_MESSAGE_LINES = 12;

/** Before this release, uv and `venv` are of no use: only virtualenv makes environments for Python 2. */
const FIRST_PYTHON_3 = '3.0';

/** Last releases of virtualenv that make environments for Python 2.7. */
const OLD_VIRTUALENV = 'virtualenv<20.22';

/**
 * Returns an environment with the packages of a plan. A kept one is used again if nothing has changed it.
 *
 * @throws {EnvironmentError} if a package cannot be installed
 */
export async function makeEnvironment(
  request: EnvironmentRequest,
  context: EnvironmentContext,
): Promise<Environment> {
  const { interpreter } = request;
  const folder = path.join(context.cache, digestOf(request, context));
  context.onEnvironment?.(folder);
  const kept = await readRecord(folder);
  if (kept && kept.listing === (await listing(folder))) {
    const now = new Date();
    await utimes(path.join(folder, RECORD), now, now);
    return { folder, interpreter, packages: new Map(kept.packages) };
  }
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name !== CARGO_TARGET) await rm(path.join(folder, name), { recursive: true, force: true });
  }
  await removeOldest(context.cache, folder);
  try {
    await create(folder, request, context);
    const python = path.join(folder, programFolder, 'python');
    await install(python, request, context);
    const packages = await installedPackages(folder);
    const record: EnvironmentRecord = { packages, listing: await listing(folder) };
    await writeFile(path.join(folder, RECORD), JSON.stringify(record));
    return { folder, interpreter, packages: new Map(packages) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface EnvironmentRecord {
  packages: [name: string, version: string][];
  listing: string;
}

function digestOf(
  { interpreter, packages, overrides, asOf, key }: EnvironmentRequest,
  { uv }: EnvironmentContext,
): string {
  const { executable, version } = interpreter;
  const plan = [executable, version, packages, overrides, asOf, key, uv !== undefined];
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);
}

/** Removes the environments that were used longest ago, until there is room for the one in `folder`. */
async function removeOldest(cache: string, folder: string): Promise<void> {
  const folders = (await readdir(cache, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(cache, name))
    .filter((other) => other !== folder);
  const used = await Promise.all(
    folders.map(async (other) => ({ other, time: await timeOfUse(other) })),
  );
  const oldest = used.sort((a, b) => b.time - a.time).slice(MAX_KEPT - 1);
  for (const { other } of oldest) await rm(other, { recursive: true, force: true });
}

/** Returns when an environment was last used, in milliseconds; for one without a record, when its installation began. */
async function timeOfUse(folder: string): Promise<number> {
  const record = path.join(folder, RECORD);
  const { mtimeMs } = await stat(existsSync(record) ? record : folder);
  return mtimeMs;
}

async function readRecord(folder: string): Promise<EnvironmentRecord | undefined> {
  try {
    return JSON.parse(await readFile(path.join(folder, RECORD), 'utf8')) as EnvironmentRecord;
  } catch {
    return undefined;
  }
}

async function create(
  folder: string,
  { interpreter }: EnvironmentRequest,
  context: EnvironmentContext,
): Promise<void> {
  const { executable, version } = interpreter;
  const { uv } = context;
  if (compareVersions('PyPI', version, FIRST_PYTHON_3) < 0) {
    if (!uv) throw new EnvironmentError('Environments of Python 2 need uv, which was not found.');
    const tool = [uv, 'tool', 'run', '--quiet', '--from', OLD_VIRTUALENV, 'virtualenv', '--quiet'];
    await call([...tool, '--python', executable, folder], context);
  } else if (uv) {
    const venv = [uv, 'venv', '--quiet', '--no-project', '--allow-existing'];
    await call([...venv, '--python', executable, folder], context);
  } else {
    await call([executable, '-m', 'venv', folder], context);
  }
  await addConfigPrograms(folder, executable);
}

/** Adds `python3-config`, which environments lack. It finds its files from its own path, so a link would mislead it. */
async function addConfigPrograms(folder: string, executable: string): Promise<void> {
  if (process.platform === 'win32') return;
  const programs = path.dirname(executable);
  for (const name of await readdir(programs)) {
    if (!/^python[\d.]*t?-config$/.test(name)) continue;
    const text = `#!/bin/sh\nexec '${path.join(programs, name)}' "$@"\n`;
    await writeFile(path.join(folder, programFolder, name), text, { mode: 0o755 });
  }
}

async function install(
  python: string,
  { interpreter, packages, overrides, asOf, wheelOnly }: EnvironmentRequest,
  context: EnvironmentContext,
): Promise<void> {
  const { uv } = context;
  const usesUv = uv && compareVersions('PyPI', interpreter.version, FIRST_PYTHON_3) >= 0;
  const installer = usesUv
    ? [
        ...[uv, 'pip', 'install', '--python', python],
        // uv's links lead into its cache, which a step could change for every environment of this machine.
        ...['--link-mode', 'copy'],
        ...(asOf ? ['--exclude-newer', asOf] : []),
      ]
    : [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const options = wheelOnly ? ['--only-binary', wheelOnly] : [];
  if (packages.length > 0) await call([...installer, ...options, ...packages], context);
  if (overrides.length > 0)
    await call([...installer, ...options, '--no-deps', ...overrides], context);
}

/** @throws {EnvironmentError} if the program does not end with 0 */
async function call(
  args: readonly string[],
  { cache, env, signal }: EnvironmentContext,
): Promise<void> {
  const { code, output, exceeded, seconds } = await runProcess(args, {
    cwd: cache,
    env: passedVariables(env),
    limits: LIMITS,
    log: path.join(cache, 'install.log'),
    signal,
  });
  if (exceeded) throw new EnvironmentError(describeExceeded(exceeded, seconds));
  if (code === 0) return;
  const lines = output.trimEnd().split('\n').slice(-MAX_MESSAGE_LINES);
  throw new EnvironmentError(lines.join('\n'));
}

/** Returns an environment with the packages that it has now, after steps may have installed others. */
export async function refreshEnvironment(environment: Environment): Promise<Environment> {
  return { ...environment, packages: new Map(await installedPackages(environment.folder)) };
}

/** Returns what is installed, from the names of the folders with metadata. */
async function installedPackages(folder: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const site of await siteFolders(folder)) {
    for (const name of await readdir(site)) {
      const [, project, version] =
        /^([^-]+)-([^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(name) ?? [];
      if (project && version) found.push([normalizeName(project), version]);
    }
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Returns a digest of the names, sizes and times of an environment's programs and packages. */
async function listing(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const parent of [path.join(folder, programFolder), ...(await siteFolders(folder))]) {
    for (const entry of await readdir(parent, { recursive: true, withFileTypes: true })) {
      // Python and Numba compile modules when they are imported.
      if (!entry.isFile() || entry.parentPath.includes('__pycache__')) continue;
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(file);
      lines.push(`${file} ${size} ${mtimeMs}`);
    }
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

async function siteFolders(folder: string): Promise<string[]> {
  const windows = path.join(folder, 'Lib', 'site-packages');
  if (existsSync(windows)) return [windows];
  const library = path.join(folder, 'lib');
  return (await readdir(library))
    .filter((name) => name.startsWith('python'))
    .sort()
    .map((name) => path.join(library, name, 'site-packages'));
}
