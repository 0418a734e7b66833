import path from 'node:path';
import type { z } from 'zod';
import { slugPattern } from '../../domain/facts/slug-pattern.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';
import { parseYaml } from './front-matter.ts';
import { parseOrReport, validateData } from './validate-data.ts';

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
 */
export function readYamlFolder<T extends z.ZodType>(
  context: ReadContext,
  parts: ReadonlySet<string>,
  name: 'projects' | 'compatibility',
  schema: T,
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
    const source = readText(context, file, MAX_BYTES[name]);
    if (source === undefined) continue;
    const parsed = parseOrReport(file, problems, () => parseYaml(source));
    const value =
      parsed && validateData(schema, parsed.data, { file, lineOf: parsed.lineOf }, context);
    if (value) values.set(id, value);
  }
  return { values, names };
}
