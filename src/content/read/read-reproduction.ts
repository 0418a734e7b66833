import { lstatSync } from 'node:fs';
import path from 'node:path';
import { reproductionSchema, type Reproduction } from '../../domain/reproduction/reproduction.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';
import { parseYaml } from './front-matter.ts';
import type { LineOf } from './library-model.ts';
import { reproductionFolder } from './read-article.ts';
import { parseOrReport, validateData } from './validate-data.ts';

/** File of that folder that says how to run the others. */
const PLAN = 'reproduce.yaml';

/** Chosen: the largest reproduction of the articles has eight files in two folders. */
const MAX_FILES = 40;
const MAX_DEPTH = 4;

/** Variants are mappings of lists of steps with mappings of lists of mappings. Each level counts twice. */
const MAX_YAML_DEPTH = 16;

/** The reproduction of an article: its plan and its files. */
export interface ReproductionFolder {
  slug: string;
  /** Path of `reproduce.yaml` from the project's root, with slashes. */
  file: string;
  lineOf: LineOf;
  reproduction: Reproduction;
  /** Texts of the other files by path in the folder, with slashes. */
  files: ReadonlyMap<string, string>;
}

/**
 * Reads the reproduction of an article. Returns `undefined` if it has none, or has one with a problem; the problems are
 * reported. The files come from strangers, and nothing here runs them.
 */
export function readReproduction(
  slug: string,
  context: ReadContext,
): ReproductionFolder | undefined {
  const folder = `content/articles/${slug}/${reproductionFolder}`;
  const stats = lstatSync(path.join(context.root, folder), { throwIfNoEntry: false });
  // Another kind is reported with the article.
  if (!stats?.isDirectory()) return undefined;
  const before = context.problems.length;
  const files = new Map<string, string>();
  readFiles(folder, '', files, context);
  const file = `${folder}/${PLAN}`;
  const source = files.get(PLAN);
  files.delete(PLAN);
  if (context.problems.length > before) return undefined;
  if (source === undefined) {
    const expected = `${PLAN}, see docs/REPRODUCTIONS.md`;
    context.problems.push({ file: folder, field: 'file', found: `no ${PLAN}`, expected });
    return undefined;
  }
  const parsed = parseOrReport(file, context.problems, () =>
    parseYaml(source, 0, { maxDepth: MAX_YAML_DEPTH }),
  );
  if (!parsed) return undefined;
  const { data, lineOf } = parsed;
  const reproduction = validateData(reproductionSchema, data, { file, lineOf }, context);
  return reproduction && { slug, file, lineOf, reproduction, files };
}

/** Adds the texts of a folder's files and those of its folders to `files`. */
function readFiles(
  folder: string,
  prefix: string,
  files: Map<string, string>,
  context: ReadContext,
): void {
  const { problems } = context;
  for (const entry of listFolder(context, folder, { hasDotfiles: true })) {
    const file = `${folder}/${entry.name}`;
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      if (name.split('/').length < MAX_DEPTH) readFiles(file, `${name}/`, files, context);
      else problems.push(wrongKind(file, entry, `a folder at most ${MAX_DEPTH - 1} levels deep`));
      continue;
    }
    if (files.size === MAX_FILES) {
      const found = `more than ${MAX_FILES} files`;
      problems.push({ file: folder, field: 'file', found, expected: `at most ${MAX_FILES}` });
      return;
    }
    const text = readText(context, file, MAX_BYTES.reproduction);
    if (text !== undefined) files.set(name, text);
  }
}
