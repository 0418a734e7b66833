import path from 'node:path';
import { formatProblem, type Problem } from '../../domain/facts/problems.ts';

/** What stops a build, or the page of a broken article in a dev server: every problem on a line of its own. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  /** What Astro shows beside the message in the browser. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  /** @param root the project's root folder */
  constructor(problems: readonly Problem[], root: string) {
    const lines = problems.map(formatProblem);
    super(
      `${lines.length} problem${lines.length === 1 ? '' : 's'} in content/\n${lines.join('\n')}`,
    );
    const [first] = problems;
    this.loc = first && { file: path.join(root, first.file), line: first.line ?? 1, column: 1 };
    // The code is not at fault, and Astro prints every stack it is given.
    this.stack = '';
  }

  /** Astro guesses a hint from this text: with the message in it, `platforms: [windows]` reads as a browser API. */
  override toString(): string {
    return this.name;
  }
}
