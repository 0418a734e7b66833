import path from 'node:path';
import type { z } from 'zod';
import { slugPattern } from '../../domain/facts/slug-pattern.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';
import { parseYaml } from './front-matter.ts';
import { parseOrReport, validateData } from './validate-data.ts';

/** Tables are lists of mappings of mappings of mappings. Each level counts twice. */
const MAX_DEPTH = 14;

/** The YAML files of a folder of `content/`, by name without `.yaml`. */
export interface YamlFolder<T> {
  values: Map<string, T>;
  /** Names of all files, including those with problems, so that articles that refer to them are not reported as well. */
  names: ReadonlySet<string>;
}

/**
 * Reads the YAML files of a folder of `content/` and validates them with a schema; files with problems have no value.
 *
 * @param parts names of the existing folders
 * @param find returns the value of a source that is known; reads it with `read` if not
 */
export function readYamlFolder<T extends z.ZodType>(
  context: ReadContext,
  parts: ReadonlySet<string>,
  name: 'projects' | 'compatibility' | 'tables',
  schema: T,
  find: (source: string, read: () => z.infer<T> | undefined) => z.infer<T> | undefined = (
    _,
    read,
  ) => read(),
): YamlFolder<z.infer<T>> {
  const values = new Map<string, z.infer<T>>();
  const names = new Set<string>();
  const folder = `content/${name}`;
  const { problems } = context;
  for (const entry of parts.has(name) ? listFolder(context, folder) : []) {
    const file = `${folder}/${entry.name}`;
    const id = path.basename(entry.name, '.yaml');
    if (!entry.name.endsWith('.yaml') || !slugPattern.test(id)) {
      const found = JSON.stringify(entry.name);
      problems.push({ file, field: 'file name', found, expected: '<id>.yaml' });
      continue;
    }
    names.add(id);
    if (!entry.isFile()) {
      problems.push(wrongKind(file, entry, 'a file'));
      continue;
    }
    const limits = { maxLength: MAX_BYTES[name], maxDepth: MAX_DEPTH };
    const source = readText(context, file, limits.maxLength);
    if (source === undefined) continue;
    const value = find(source, () => {
      const parsed = parseOrReport(file, problems, () => parseYaml(source, 0, limits));
      if (!parsed) return undefined;
      return validateData(schema, parsed.data, { file, lineOf: parsed.lineOf }, context);
    });
    if (value) values.set(id, value);
  }
  return { values, names };
}
