import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const CORPUS = path.resolve(import.meta.dirname, '../fixtures/articles');

/** The article of the fixture library whose place the files of the corpus take, and its project. */
export const ARTICLE = 'content/articles/demo-crash/en.mdx';
export const PROJECT = 'content/projects/demo.yaml';

type Part = 'attacks' | 'harmless';

/**
 * The files of a part of the corpus, as `text/esm-import.mdx`: texts that stand below the facts of the demo article,
 * whole articles (`facts/`) and project files (`projects/`).
 */
export function corpusFiles(part: Part): string[] {
  return readdirSync(path.join(CORPUS, part), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .sort();
}

/** Puts a file of the corpus into its place in a copy of the fixture library, and the picture beside it that it names. */
export function place(root: string, part: Part, file: string): void {
  const target = path.join(root, file.startsWith('projects/') ? PROJECT : ARTICLE);
  const bytes = readFileSync(path.join(CORPUS, part, file));
  writeFileSync(target, file.startsWith('text/') ? Buffer.concat([factsOf(target), bytes]) : bytes);
  if (!bytes.includes('stack.png')) return;
  const folder = path.join(root, path.dirname(ARTICLE));
  cpSync(path.join(CORPUS, 'pictures/stack.png'), path.join(folder, 'stack.png'));
}

/** The front matter of an article, both fences included. */
function factsOf(file: string): Buffer {
  const source = readFileSync(file, 'utf8');
  return Buffer.from(source.slice(0, source.indexOf('\n---\n') + 5));
}
