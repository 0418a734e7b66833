import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import util from 'node:util';
import { printable } from '../../domain/text/characters.ts';

const ESCAPE = '\u001b';

/** Stands for the escape character of our own styles until they are written. Random, so that no input contains it. */
const OWN_ESCAPE = randomUUID();

/**
 * Styles a text as `util.styleText` does; only an `Output` can write the result. Returns the text itself before Node
 * 20.12, where a named import would fail to link before `require-node.mjs` can report the version.
 */
export function styleText(format: Parameters<typeof util.styleText>[0], text: string): string {
  if (!util.styleText) return text;
  return util.styleText(format, printable(text)).replaceAll(ESCAPE, OWN_ESCAPE);
}

/** Joins the lines of a text, so that it cannot pass for several lines of a report. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/**
 * Standard output or standard error of a command. Strangers' text is in file names, files and answers of servers, so
 * nothing that is written here controls the terminal, except for the styles of `styleText`.
 */
export class Output {
  /** The stream itself, for progress bars and prompts, which move the cursor. */
  readonly terminal: Writable & { isTTY?: boolean };

  constructor(terminal: Writable & { isTTY?: boolean }) {
    this.terminal = terminal;
  }

  get isTTY(): boolean {
    return this.terminal.isTTY === true;
  }

  /** Whether the reader has closed the pipe. */
  get isClosed(): boolean {
    return this.terminal.errored !== null;
  }

  /** Writes a text; invisible characters are escaped, as in `\u001b`. */
  write(text: string): void {
    this.terminal.write(text.split(OWN_ESCAPE).map(printable).join(ESCAPE));
  }
}
