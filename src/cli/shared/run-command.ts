import process from 'node:process';
import { inspect } from 'node:util';
import type { BaseContext } from './command-context.ts';
import type { Command } from './define-command.ts';

/** 128 + SIGPIPE: what a shell reports for a Unix tool that writes to a closed pipe. */
const CLOSED_PIPE = 141;

const UNEXPECTED_ERROR = 1;

/**
 * Runs a command as this process, with its arguments and exit code. When the reader of its output closes the pipe, as
 * `head -1` does, the command goes on without output, so that no file is left half written, and the exit code is 141:
 * the output is incomplete, so any exit code of the command could be wrong.
 */
export async function runCommand<Context extends BaseContext>(
  command: Command<Context>,
  context: Context,
): Promise<void> {
  onClosedPipe(process.stdout, () => {
    process.exitCode = CLOSED_PIPE;
  });
  // Only progress and remarks go to the error stream.
  onClosedPipe(process.stderr, () => undefined);
  const exitCode = await command(process.argv.slice(2), context).catch((error: unknown) => {
    // Node would print the message as it is, with the name of any file in it.
    context.stderr.write(`${inspect(error)}\n`);
    return UNEXPECTED_ERROR;
  });
  process.exitCode ??= exitCode;
}

function onClosedPipe(stream: NodeJS.WriteStream, react: () => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    react();
  });
}
