import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import process from 'node:process';

/** Limits of a process and of all that it starts. */
export interface Limits {
  seconds: number;
  /** Address space of one process. Linux only. */
  memoryGib: number;
}

/** How a process ended, and what it printed. */
export interface ProcessResult {
  /** `undefined` if a signal ended it. */
  code: number | undefined;
  signal: NodeJS.Signals | undefined;
  isTimeout: boolean;
  /** Standard output and standard error in the order in which they were written, at most `MAX_OUTPUT_BYTES`. */
  output: string;
  seconds: number;
}

/** Surroundings of a process. */
export interface ProcessOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  limits: Limits;
  /** File that receives the output. */
  log: string;
  signal: AbortSignal;
}

/** A file of output that is larger is a mistake: the longest build log of the articles has 2 MB. */
const MAX_OUTPUT_BYTES = 8 * 1024 * 1024;

/** Size of any file that a step writes. Chosen: a wheel of a large library has less than 2 GiB. */
const MAX_FILE_BYTES = 4 * 1024 ** 3;

const GIB = 1024 ** 3;

/** Messages of a shell about the signal that has ended a program. */
const SHELL_MESSAGES: Partial<Record<NodeJS.Signals, string>> = {
  SIGSEGV: 'Segmentation fault',
  SIGABRT: 'Aborted',
  SIGBUS: 'Bus error',
  SIGILL: 'Illegal instruction',
  SIGFPE: 'Floating point exception',
  SIGTRAP: 'Trace/breakpoint trap',
  SIGKILL: 'Killed',
  SIGTERM: 'Terminated',
};

/** Whether memory and the size of files are limited: Linux has a program for it. */
export const limitsMemory = process.platform === 'linux';

/**
 * Runs a program without standard input. On timeout or abort, ends it with all that it has started. A program that
 * cannot be started ends with code 127, as in a shell.
 *
 * The output goes to a file, not to a pipe: both streams keep their order, and nothing waits for a reader.
 */
export async function runProcess(
  args: readonly string[],
  { cwd, env, limits, log, signal }: ProcessOptions,
): Promise<ProcessResult> {
  const [program = '', ...rest] = limitsMemory ? [...prlimit(limits), ...args] : args;
  await using output = await open(log, 'w+');
  const started = performance.now();
  const child = spawn(program, rest, {
    cwd,
    env,
    stdio: ['ignore', output.fd, output.fd],
    // Its own group, so that what it starts ends with it.
    detached: process.platform !== 'win32',
  });
  let isTimeout = false;
  const stop = () => killGroup(child.pid);
  const timer = setTimeout(() => {
    isTimeout = true;
    stop();
  }, limits.seconds * 1000);
  signal.addEventListener('abort', stop);
  const end = await new Promise<{ code: number | undefined; signal: NodeJS.Signals | undefined }>(
    (resolve) => {
      child.on('error', () => resolve({ code: 127, signal: undefined }));
      child.on('close', (code, ended) =>
        resolve({ code: code ?? undefined, signal: ended ?? undefined }),
      );
    },
  );
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  // What a program leaves running in the background must not outlive the step.
  stop();
  const { size } = await output.stat();
  const buffer = Buffer.alloc(Math.min(size, MAX_OUTPUT_BYTES));
  await output.read({ buffer, position: 0 });
  const text = buffer.toString('utf8');
  const shell = end.signal && !isTimeout ? (SHELL_MESSAGES[end.signal] ?? '') : '';
  return {
    ...end,
    isTimeout,
    output:
      shell === '' ? text : `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${shell}\n`,
    seconds: (performance.now() - started) / 1000,
  };
}

const prlimit = ({ memoryGib }: Limits): string[] => [
  'prlimit',
  `--as=${memoryGib * GIB}`,
  `--fsize=${MAX_FILE_BYTES}`,
  '--core=0',
  '--',
];

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
