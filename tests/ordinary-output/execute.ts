import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Run } from './run-list.ts';

/** Chosen: builds of small projects take a minute or two on two cores. */
const MAX_SECONDS = 600;

/** Longer output is cut; a trace of the dynamic loader may have hundreds of megabytes. */
const MAX_OUTPUT_BYTES = 8 * 1024 * 1024;

/** Variables that depend on the machine's set-up. */
const REMOVED_VARIABLES = ['PIP_FIND_LINKS', 'PYTHONPATH', 'NODE_OPTIONS', 'VIRTUAL_ENV'];

export interface Executed {
  output: string;
  /** As a shell reports it: 128 and more for a signal. */
  exitCode: number;
}

/** Executes a run in a fresh folder, with standard output and standard error as one. */
export async function execute(
  { command, sources }: Run,
  folder: string,
  environment?: string,
): Promise<Executed> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (sources !== undefined) {
    cpSync(path.join(import.meta.dirname, 'sources', sources), folder, { recursive: true });
  }
  // The last line keeps Bash from replacing itself by the command, so that it reports a signal.
  const script = `exec 2>&1\n${command}\nexit $?`;
  const child = spawn('bash', ['-c', script], {
    cwd: folder,
    env: variables(environment),
    stdio: ['ignore', 'pipe', 'ignore'],
    // A new process group, so that the time limit ends all processes of the run.
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(end, MAX_SECONDS * 1000);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    if (size < MAX_OUTPUT_BYTES) chunks.push(chunk);
    size += chunk.length;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const output = Buffer.concat(chunks).subarray(0, MAX_OUTPUT_BYTES).toString();
      resolve({ output, exitCode: code ?? 128 + os.constants.signals[signal ?? 'SIGKILL'] });
    });
  });
}

function variables(environment: string | undefined): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !REMOVED_VARIABLES.includes(name));
  const search = process.env['PATH'] ?? '';
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C.UTF-8',
    TERM: 'dumb',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PATH: environment ? `${path.join(environment, 'bin')}${path.delimiter}${search}` : search,
    ...(environment && { VIRTUAL_ENV: environment }),
  };
}
