import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { factsSchema, projectSchema, translationSchema } from '../../domain/facts/facts.ts';

/** Schemas that editors read; path from the project's root. */
export const schemaFolder = '.vscode/schemas';

const SCHEMAS = {
  'facts.schema.json': ['Facts: front matter of en.mdx', factsSchema],
  'translation.schema.json': ['Front matter of a translation', translationSchema],
  'project.schema.json': ['An upstream project', projectSchema],
} as const;

/**
 * Generates JSON Schemas for content files from the schemas that validate them. They are less strict: rules that involve
 * two fields or other files are left to `npm run check`.
 *
 * @returns texts by file name
 */
export function generateSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, [title, source]]) => {
      // YAML language servers support draft 7 best. A file is input: fields with a default may be missing.
      const schema = z.toJSONSchema(source, { target: 'draft-7', io: 'input' });
      return [name, `${JSON.stringify({ title, ...schema }, null, 2)}\n`];
    }),
  );
}

/**
 * Writes the schemas and prints their names.
 *
 * @param root the project's root folder
 */
async function writeSchemas(root: string): Promise<void> {
  await mkdir(path.join(root, schemaFolder), { recursive: true });
  for (const [name, text] of generateSchemas()) {
    await writeFile(path.join(root, schemaFolder, name), text);
    console.log(path.posix.join(schemaFolder, name));
  }
}

if (import.meta.main) await writeSchemas(process.cwd());
