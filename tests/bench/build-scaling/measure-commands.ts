import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Time between two looks at the memory. */
const SAMPLE_MS = 100;

/** How much of the output of a failed command is shown. */
const TAIL_LINES = 20;

/**
 * Runs a command and prints on file descriptor 3 the CPU time of the shell and of its children. Node reports only its own.
 */
const WITH_TIMES = '"$@" 3>&-; code=$?; times >&3; exit $code';

/** Time in the second line of `times`: `0m1.50s 0m0.25s`, with the decimal separator of the user's language. */
const TIME = /(\d+)m(\d+)[.,](\d+)s/g;

/** A program with its arguments. */
export type Command = readonly [program: string, ...args: string[]];

export interface Measurement {
  /** Elapsed time. */
  seconds: number;
  /** CPU time of all processes, user and system. */
  cpuSeconds: number;
  /** Largest sum of the resident memory of all processes, sampled; 0 where there is no `/proc`. */
  peakBytes: number;
}

export interface RunOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** A command that failed. The message ends with the last lines of its output. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/**
 * Runs commands one after another.
 *
 * @throws {CommandError} if one cannot be started or fails
 */
export async function measureCommands(
  commands: readonly Command[],
  options: RunOptions,
): Promise<Measurement> {
  const total: Measurement = { seconds: 0, cpuSeconds: 0, peakBytes: 0 };
  for (const command of commands) {
    const { seconds, cpuSeconds, peakBytes } = await measureCommand(command, options);
    total.seconds += seconds;
    total.cpuSeconds += cpuSeconds;
    total.peakBytes = Math.max(total.peakBytes, peakBytes);
  }
  return total;
}

async function measureCommand(command: Command, options: RunOptions): Promise<Measurement> {
  const started = performance.now();
  // In a new process group, so that `stopRunning` reaches the children, too.
  const child = spawn('sh', ['-c', WITH_TIMES, 'sh', ...command], {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  running = child.pid;
  let output = '';
  let times = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  child.stdio[3]?.on('data', (text) => (times += text));
  let peakBytes = 0;
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, treeMemory(child.pid ?? 0));
  }, SAMPLE_MS);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  clearInterval(sampler);
  running = undefined;
  if (code !== 0) {
    const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
    throw new CommandError(`${command.join(' ')} ended with exit code ${code}:\n${tail}`);
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, cpuSeconds: secondsIn(times.split('\n')[1] ?? ''), peakBytes };
}

/** Process group of the command that is being measured. */
let running: number | undefined;

/** Stops the command that is being measured, with its children. */
export function stopRunning(): void {
  if (running === undefined) return;
  try {
    process.kill(-running, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

const secondsIn = (times: string): number =>
  [...times.matchAll(TIME)].reduce(
    (sum, [, minutes, whole, fraction]) =>
      sum + Number(minutes) * 60 + Number(`${whole}.${fraction}`),
    0,
  );

/** Returns the resident memory of a process and its children in bytes. */
function treeMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    // Processes are listed with the thread that started them.
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + treeMemory(Number(child)), own);
  } catch {
    // The process has ended.
    return 0;
  }
}
