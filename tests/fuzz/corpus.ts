import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Inputs that failed once and hard cases of the same kinds, as JSON, in a folder per target. File names say which. */
export const CORPUS_FOLDER = 'tests/fixtures/fuzz-corpus';

/** Lists the corpus of a target, by path from the project's root. */
export function corpusOf(root: string, target: string): { file: string; input: unknown }[] {
  const folder = path.join(root, CORPUS_FOLDER, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      file: `${CORPUS_FOLDER}/${target}/${name}`,
      input: JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
    }));
}

/**
 * Adds an input to the corpus of a target, under a name made from its digest.
 *
 * @returns path from the project's root
 */
export function addToCorpus(root: string, target: string, input: unknown): string {
  const json = `${JSON.stringify(input, null, 2)}\n`;
  const digest = createHash('sha256').update(json).digest('hex').slice(0, 8);
  const file = `${CORPUS_FOLDER}/${target}/candidate-${digest}.json`;
  mkdirSync(path.join(root, CORPUS_FOLDER, target), { recursive: true });
  writeFileSync(path.join(root, file), json);
  return file;
}
