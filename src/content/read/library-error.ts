import path from 'node:path';
import { formatProblem, type Problem } from '../../domain/facts/problems.ts';

/** Stops a build, or the page of an invalid article on a dev server. The message has one line for each problem. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  /** Shown by Astro's error overlay. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  /** @param root the project's root folder */
  constructor(problems: readonly Problem[], root: string) {
    const lines = problems.map(formatProblem);
    super(
      `${lines.length} problem${lines.length === 1 ? '' : 's'} in content/\n${lines.join('\n')}`,
    );
    const [first] = problems;
    this.loc = first && { file: path.join(root, first.file), line: first.line ?? 1, column: 1 };
    // Astro prints the stack if there is one, and the cause is in content/, not in the code.
    this.stack = '';
  }

  /** Astro derives a hint from this text. With the message in it, `platforms: [windows]` reads as a browser API. */
  override toString(): string {
    return this.name;
  }
}
