import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkHouseStyle } from '../../lint/house-style.ts';
import { baseContext, type BaseContext } from '../shared/command-context.ts';
import { runCommand } from '../shared/run-command.ts';

/** Files with our own prose. */
const FILES = [
  '*.md',
  'action.yml',
  '.github/**/*.{md,yml}',
  'content/articles/*/en.mdx',
  'docs/**/*.md',
  'src/**/*.{astro,md,mjs,ts}',
  'tests/**/*.ts',
];

/** Files that are not checked, with reasons. */
const EXCLUDED: ReadonlyMap<string, string> = new Map([
  ['content/articles/*/en.mdx', 'Articles are reworded one at a time, with their translations.'],
  ['src/lint/house-style*.ts', 'The phrases themselves.'],
  ['tests/fixtures/**', 'Output and reports, quoted as they are.'],
  ['tests/unit/{cli/check,lint}/house-style*.test.ts', 'Examples of the phrases.'],
]);

/**
 * Checks the wording of our own prose and prints `file:line: found "..."; write "..."` for each phrase to replace.
 *
 * @returns the exit code: 0 if nothing is to be reworded, else 1
 */
export async function houseStyleCommand({ root, stdout }: BaseContext): Promise<number> {
  const files = globSync(FILES, { cwd: root, exclude: [...EXCLUDED.keys()] }).sort();
  let count = 0;
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8');
    for (const { line, found, wanted } of checkHouseStyle(text)) {
      stdout.write(`${file}:${line}: found "${found}"; write ${wanted}\n`);
      count++;
    }
  }
  stdout.write(`${files.length} files, ${count} ${count === 1 ? 'phrase' : 'phrases'} to reword\n`);
  return count > 0 ? 1 : 0;
}

if (import.meta.main) {
  await runCommand((_args, context) => houseStyleCommand(context), baseContext());
}
