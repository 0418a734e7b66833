import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findProgram } from '../support/find-program.ts';
import type { Environment } from './run-list.ts';

/**
 * Creates a virtual environment with `uv`, unless an earlier call has done so with the same Python and packages.
 *
 * @throws if there is no such Python or a package cannot be installed
 */
export function prepareEnvironment(folder: string, { python, packages }: Environment): void {
  const marker = path.join(folder, 'packages.txt');
  const content = [python, ...packages].join('\n');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === content) return;
  rmSync(folder, { recursive: true, force: true });
  const uv = (...args: string[]) => execFileSync('uv', args, { stdio: ['ignore', 2, 2] });
  uv('venv', '--quiet', '--seed', '--python', findPython(python), folder);
  if (packages.length > 0) {
    uv('pip', 'install', '--quiet', '--python', path.join(folder, 'bin/python'), ...packages);
  }
  writeFileSync(marker, content);
}

/** Returns the path of a Python of this version: pyenv's or the system's. */
function findPython(version: string): string {
  const pyenv = process.env['PYENV_ROOT'] ?? path.join(os.homedir(), '.pyenv');
  const [found] = globSync(path.join(pyenv, `versions/${version}.*/bin/python`))
    .sort()
    .reverse();
  const python = found ?? findProgram([`python${version}`]);
  if (python === undefined) throw new Error(`Python ${version} is not installed`);
  return python;
}
