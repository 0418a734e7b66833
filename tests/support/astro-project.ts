import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './root.ts';

/** Time between two looks at what a build has done. */
const POLL_MS = 5;

/** Entries of node_modules in which Astro and Vite keep what they have computed. */
const CACHES = new Set(['.astro', '.vite']);

/**
 * Copies the project into a new folder, with other content.
 *
 * @param parent the folder in which it is made
 * @returns the new folder, which the caller removes
 */
export function copyProject(content: string, parent = os.tmpdir()): string {
  const copy = mkdtempSync(path.join(parent, 'known-faults-'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  linkModules(path.join(root, 'node_modules'), copy);
  cpSync(content, path.join(copy, 'content'), { recursive: true });
  return copy;
}

/**
 * Gives a project the packages of another, without their caches. A link to the whole folder would share these, and two
 * builds at a time would mix up their articles.
 *
 * @param modules a folder `node_modules`
 */
export function linkModules(modules: string, project: string): void {
  mkdirSync(path.join(project, 'node_modules'));
  for (const name of readdirSync(modules)) {
    if (CACHES.has(name)) continue;
    symlinkSync(path.join(modules, name), path.join(project, 'node_modules', name));
  }
}

/** Returns the environment for a build of Astro. */
export function buildEnvironment(env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  // Vitest sets these for the modules it runs; Vite would read them too.
  const { BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, VITEST, ...inherited } = process.env;
  return { ...inherited, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env };
}

export interface AstroOptions {
  /** Folder of the project. */
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Program that starts Astro, with its arguments. */
  launcher?: readonly string[];
}

/** Starts Astro in a project. The caller ends it where it does not end itself. */
export function startAstro(
  args: readonly string[],
  { cwd, env = {}, launcher = [] }: AstroOptions,
): ChildProcess {
  const astro = path.join(root, 'node_modules/.bin/astro');
  const [command = astro, ...rest] = [...launcher, astro, ...args];
  return spawn(command, rest, { cwd, env: buildEnvironment(env) });
}

/** Runs `astro build` in a project and returns its exit code and all that it printed. */
export async function build(options: AstroOptions): Promise<{ code: number; output: string }> {
  const child = startAstro(['build'], options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const code = await new Promise<number>((resolve) => child.on('close', (n) => resolve(n ?? 1)));
  return { code, output };
}

/**
 * Starts a build and kills it at a moment in the middle.
 *
 * @param isReached whether the moment has come
 * @throws {Error} if the build ends before
 */
export async function killBuild(options: AstroOptions, isReached: () => boolean): Promise<void> {
  const child = startAstro(['build', '--silent'], options);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const poll = setInterval(() => isReached() && child.kill('SIGKILL'), POLL_MS);
  const code = await closed;
  clearInterval(poll);
  if (code !== null) throw new Error(`the build ended with exit code ${code} before it was killed`);
}
