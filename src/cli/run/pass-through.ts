import { spawn } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import { MAX_LOG_BYTES } from '../../domain/text/decode-text.ts';
import type { BaseContext } from '../shared/command-context.ts';
import { notAllowed, UsageError } from '../shared/usage-error.ts';

/** Result of a command that has ended. */
export interface CommandResult {
  /** As a shell reports it: 128 plus the number of the signal that ended the command. */
  exitCode: number;
  /** The last 5 MB of what it printed, in the order of arrival. */
  output: Buffer;
  /** True if the caller stopped it, or reads its output no longer. */
  isStopped: boolean;
}

/** A terminal sends Ctrl-C to the command, too; these reach only this process. */
const FORWARDED = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command with the standard input of this process, and passes its output through while it runs.
 *
 * @throws {UsageError} if the command cannot be started
 */
export async function passThrough(
  [command, ...args]: readonly [string, ...string[]],
  context: BaseContext,
): Promise<CommandResult> {
  const child = spawn(command, args, {
    cwd: context.root,
    env: environmentOf(context),
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  const tail = new Tail();
  let isStopped = false;
  for (const [from, to] of [
    [child.stdout, context.stdout.terminal],
    [child.stderr, context.stderr.terminal],
  ] as const) {
    from.on('data', (chunk: Buffer) => tail.push(chunk));
    from.pipe(to, { end: false });
    // When the reader closes our pipe, the command has to see its own closed, too; otherwise it would never end.
    to.once('error', () => {
      isStopped = true;
      from.destroy();
    });
  }
  const stop = (signal: NodeJS.Signals) => {
    isStopped = true;
    if (signal !== 'SIGINT' || !context.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', ...FORWARDED] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)),
      );
    });
    return { exitCode, output: tail.bytes(), isStopped };
  } catch (error) {
    throw startError(command, error as NodeJS.ErrnoException);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Many programs print no colors into a pipe, and Python keeps its output back until the buffer is full. */
function environmentOf({ env, stdout, stderr }: BaseContext): NodeJS.ProcessEnv {
  const isColored = stdout.isTTY && stderr.isTTY && !env['NO_COLOR'];
  return {
    PYTHONUNBUFFERED: '1',
    ...(isColored && {
      FORCE_COLOR: '1',
      CLICOLOR_FORCE: '1',
      CARGO_TERM_COLOR: 'always',
      PY_COLORS: '1',
    }),
    ...env,
  };
}

function startError(command: string, { code, message }: NodeJS.ErrnoException): UsageError {
  if (code === 'ENOENT') {
    return notAllowed('COMMAND', command, { en: 'a program on the PATH', zh: ' PATH 里的程序' });
  }
  if (code === 'EACCES') {
    return notAllowed('COMMAND', command, {
      en: 'a program that you may run',
      zh: '有权运行的程序',
    });
  }
  return new UsageError({ en: `COMMAND: ${message}.`, zh: `COMMAND：${message}。` });
}

/** The last `MAX_LOG_BYTES` of a stream. */
class Tail {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (let [first] = this.#chunks; first; [first] = this.#chunks) {
      if (this.#size - first.length < MAX_LOG_BYTES) break;
      this.#size -= first.length;
      this.#chunks.shift();
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks).subarray(-MAX_LOG_BYTES);
  }
}
