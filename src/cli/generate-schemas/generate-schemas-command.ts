import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { factsSchema, projectSchema, translationSchema } from '../../domain/facts/facts.ts';

/** Where the schemas stand that editors read, from the project's root. */
export const FOLDER = '.vscode/schemas';

const SOURCES = {
  'facts.schema.json': ['Facts: front matter of en.mdx', factsSchema],
  'translation.schema.json': ['Front matter of a translation', translationSchema],
  'project.schema.json': ['An upstream project', projectSchema],
} as const;

/**
 * JSON Schemas of what writers write, made from what the build checks with. They say less than it does: what depends on
 * two fields, or on other files, is the business of `npm run check`.
 */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(SOURCES).map(([name, [title, source]]) => {
      // Draft 7 is what the editors' YAML servers know best. What stands in a file is the input: defaults may be absent.
      const schema = z.toJSONSchema(source, { target: 'draft-7', io: 'input' });
      return [name, `${JSON.stringify({ title, ...schema }, null, 2)}\n`];
    }),
  );
}

if (import.meta.main) {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, text] of schemaFiles()) {
    await writeFile(path.join(FOLDER, name), text);
    console.log(path.posix.join(FOLDER, name));
  }
}
