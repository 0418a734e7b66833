import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files that decide whether a file of `content/` is valid, and what is read from it. */
const VALIDATORS = ['package.json', 'src/{content,domain}/**/*.ts'];

/**
 * Returns a digest of the code that validates, `undefined` where that code is not at hand.
 *
 * @param root the project's root folder
 */
export function digestOfValidators(root: string): string | undefined {
  const files = globSync(VALIDATORS, { cwd: root }).sort();
  if (!files.some((file) => file.endsWith('.ts'))) return undefined;
  const contents = files.map((file) => readFileSync(path.join(root, file), 'utf8'));
  return hash('sha256', [process.version, ...files, ...contents].join('\0'));
}
