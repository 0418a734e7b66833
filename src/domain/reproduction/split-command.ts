import { parse } from 'shell-quote';

/** Stands for a `$NAME`, which only a shell replaces. */
const VARIABLE = { op: '$' };

/**
 * Splits a command into its arguments as a shell does.
 *
 * @returns `undefined` for a command that needs a shell: variables, pipes, redirections, patterns of file names, comments,
 *   assignments before the program
 */
export function splitCommand(command: string): string[] | undefined {
  const words = parse(command, () => VARIABLE);
  if (words.length === 0 || !words.every((word) => typeof word === 'string')) return undefined;
  return /^\w+=/.test(words[0] ?? '') ? undefined : words;
}
