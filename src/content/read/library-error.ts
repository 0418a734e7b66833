import path from 'node:path';
import { formatProblem, type Problem } from '../../domain/facts/problems.ts';

/** Stops a build, or the page of a broken article in a dev server. The message has one line per problem. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  /** Location that Astro shows with the message in the browser. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  /** @param root root folder of the project */
  constructor(problems: readonly Problem[], root: string) {
    const lines = problems.map(formatProblem);
    super(
      `${lines.length} problem${lines.length === 1 ? '' : 's'} in content/\n${lines.join('\n')}`,
    );
    const [first] = problems;
    this.loc = first && { file: path.join(root, first.file), line: first.line ?? 1, column: 1 };
    // The stack is useless to authors, and Astro would print it.
    this.stack = '';
  }

  /** Leaves out the message: Astro derives hints from it and takes `platforms: [windows]` for a browser API. */
  override toString(): string {
    return this.name;
  }
}
