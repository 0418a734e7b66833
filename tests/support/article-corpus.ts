import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

export const CORPUS = path.join(root, 'tests/fixtures/articles');

/** The article and the project of the fixture library that files of the corpus replace. */
export const ARTICLE = 'content/articles/demo-crash/en.mdx';
export const PROJECT = 'content/projects/demo.yaml';

type Part = 'attacks' | 'harmless';

/**
 * Lists a part of the corpus: texts that are appended to the facts of the demo article (`text/esm-import.mdx`), whole
 * articles (`facts/`) and project files (`projects/`).
 */
export function corpusFiles(part: Part): string[] {
  return readdirSync(path.join(CORPUS, part), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .sort();
}

/** Replaces the demo article or project in a copy of the fixture library by a file of the corpus. */
export function installCorpusFile(root: string, part: Part, file: string): void {
  const target = path.join(root, file.startsWith('projects/') ? PROJECT : ARTICLE);
  const bytes = readFileSync(path.join(CORPUS, part, file));
  writeFileSync(
    target,
    file.startsWith('text/') ? Buffer.concat([frontMatterOf(target), bytes]) : bytes,
  );
}

/** Returns the front matter of an article with its fences. */
function frontMatterOf(file: string): Buffer {
  const source = readFileSync(file, 'utf8');
  return Buffer.from(source.slice(0, source.indexOf('\n---\n') + 5));
}
