import process from 'node:process';
import type { BaseContext } from './command-context.ts';
import type { Command } from './define-command.ts';

/** 128 + SIGPIPE: what a shell reports for a Unix tool that writes to a closed pipe. */
const CLOSED_PIPE = 141;

/**
 * Runs a command as this process, with its arguments and exit code. When the reader of its output goes away, as in
 * `| head -1`, the process ends quietly with exit code 141: the answer is incomplete, so 0 and 1 would both be wrong.
 */
export async function runCommand<Context extends BaseContext>(
  command: Command<Context>,
  context: Context,
): Promise<void> {
  onClosedPipe(process.stdout, () => process.exit(CLOSED_PIPE));
  // Only progress and remarks go to the error stream; the work goes on without a reader.
  onClosedPipe(process.stderr, () => undefined);
  process.exitCode = await command(process.argv.slice(2), context);
}

function onClosedPipe(stream: NodeJS.WriteStream, react: () => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    react();
  });
}
