import { spawn } from 'node:child_process';
import type { BaseContext } from '../shared/command-context.ts';
import { Output } from '../shared/output.ts';

/** Exit code of a shell that did not find the program. */
const NOT_FOUND = 127;

/** Writes a text: on a terminal through the pager that the reader has chosen (`PAGER`), or `less`; into a pipe as it is. */
export async function pageOutput(text: string, { stdout, env }: BaseContext): Promise<void> {
  if (!stdout.isTTY || (await page(text, env)) === NOT_FOUND) stdout.write(text);
}

/** Returns the exit code of the pager; `undefined` if it was ended by a signal. */
function page(text: string, env: BaseContext['env']): Promise<number | undefined> {
  // As Git does: quit if the text fits on one screen, keep colors, leave the text on the screen.
  const pager = spawn(env['PAGER'] || 'less', {
    env: { LESS: 'FRX', ...env },
    shell: true,
    stdio: ['pipe', 'inherit', 'ignore'],
  });
  return new Promise((resolve) => {
    pager.once('error', () => resolve(NOT_FOUND));
    pager.once('close', (code) => resolve(code ?? undefined));
    // A reader may leave before the end.
    pager.stdin.on('error', () => undefined);
    new Output(pager.stdin).write(text);
    pager.stdin.end();
  });
}
