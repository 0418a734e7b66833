import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { open, statfs, type FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { endProcesses, MARK } from './end-processes.ts';

/** Limits of a process and of all that it starts. */
export interface Limits {
  seconds: number;
  /** Address space of one process. Linux only. */
  memoryGib: number;
}

/** A limit at which processes are ended; `disk` if little space is left, even if something else has filled it. */
export type ExceededLimit = 'time' | 'output' | 'disk';

/** How a process ended, and what it printed. */
export interface ProcessResult {
  /** `undefined` if a signal ended it. */
  code: number | undefined;
  signal: NodeJS.Signals | undefined;
  /** The limit at which it was ended; `undefined` if it ended by itself. */
  exceeded: ExceededLimit | undefined;
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

/** Size of the output at which a program is ended. Chosen: several times what is read of it. */
const MAX_LOG_BYTES = 64 * 1024 * 1024;

/** Free space of the disk at which a program is ended. Chosen: enough for everything else that runs on the machine. */
const MIN_FREE_BYTES = 1024 ** 3;

/** A program that writes 2 GB a second fills the last GiB of a disk within two checks. Chosen. */
const CHECK_MS = 250;

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
 * Runs a program without standard input. At a limit or on abort, ends it with all that it has started. A program that
 * cannot be started ends with code 127, as in a shell.
 *
 * The output goes to a file, not to a pipe: both streams keep their order, and nothing waits for a reader.
 *
 * @throws the reason of the signal on abort
 */
export async function runProcess(
  args: readonly string[],
  { cwd, env, limits, log, signal }: ProcessOptions,
): Promise<ProcessResult> {
  signal.throwIfAborted();
  const [program = '', ...rest] = limitsMemory ? [...prlimit(limits), ...args] : args;
  await using output = await open(log, 'w+');
  const started = performance.now();
  const mark = randomUUID();
  const child = spawn(program, rest, {
    cwd,
    env: { ...env, [MARK]: mark },
    stdio: ['ignore', output.fd, output.fd],
    // Its own group, so that what it starts ends with it.
    detached: process.platform !== 'win32',
  });
  let exceeded: ExceededLimit | undefined;
  const stop = () => endProcesses(child.pid, mark);
  let isRunning = true;
  const exceed = (limit: ExceededLimit | undefined) => {
    if (limit === undefined || !isRunning) return;
    exceeded ??= limit;
    stop();
  };
  const timer = setTimeout(() => exceed('time'), limits.seconds * 1000);
  const check = setInterval(() => void exceededSpace(output, cwd).then(exceed), CHECK_MS);
  signal.addEventListener('abort', stop);
  const end = await new Promise<{ code: number | undefined; signal: NodeJS.Signals | undefined }>(
    (resolve) => {
      child.on('error', () => resolve({ code: 127, signal: undefined }));
      child.on('close', (code, ended) =>
        resolve({ code: code ?? undefined, signal: ended ?? undefined }),
      );
    },
  );
  isRunning = false;
  clearTimeout(timer);
  clearInterval(check);
  signal.removeEventListener('abort', stop);
  // What a program leaves running in the background must not outlive the step.
  stop();
  signal.throwIfAborted();
  const { size } = await output.stat();
  const buffer = Buffer.alloc(Math.min(size, MAX_OUTPUT_BYTES));
  await output.read({ buffer, position: 0 });
  const text = buffer.toString('utf8');
  const shell = end.signal && !exceeded ? (SHELL_MESSAGES[end.signal] ?? '') : '';
  return {
    ...end,
    exceeded,
    output:
      shell === '' ? text : `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${shell}\n`,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Returns which limit of space is exceeded, if any. */
async function exceededSpace(
  output: FileHandle,
  folder: string,
): Promise<'output' | 'disk' | undefined> {
  try {
    const [{ size }, { bfree, bavail, bsize }] = await Promise.all([output.stat(), statfs(folder)]);
    if (size > MAX_LOG_BYTES) return 'output';
    // Root may use the blocks that are reserved for it.
    const free = process.getuid?.() === 0 ? bfree : bavail;
    return free * bsize < MIN_FREE_BYTES ? 'disk' : undefined;
  } catch {
    // The program has ended, and the file is closed; or it has deleted its folder.
    return undefined;
  }
}

/**
 * Describes a limit that was exceeded: `no end within 20 s`.
 *
 * @param seconds that the program ran
 */
export function describeExceeded(limit: ExceededLimit, seconds = 0): string {
  if (limit === 'time') return `no end within ${Math.round(seconds)} s`;
  if (limit === 'output') return `more than ${MAX_LOG_BYTES / 1024 ** 2} MiB of output`;
  return `less than ${MIN_FREE_BYTES / GIB} GiB left on the disk`;
}

const prlimit = ({ memoryGib }: Limits): string[] => [
  'prlimit',
  `--as=${memoryGib * GIB}`,
  `--fsize=${MAX_FILE_BYTES}`,
  '--core=0',
  '--',
];
