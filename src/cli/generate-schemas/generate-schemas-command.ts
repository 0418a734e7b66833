import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { compatibilitySchema } from '../../domain/compatibility/compatibility-table.ts';
import { factsSchema, projectSchema, translationSchema } from '../../domain/facts/facts.ts';
import { tableSchema } from '../../domain/lookup/table-schema.ts';
import { reproductionSchema } from '../../domain/reproduction/reproduction.ts';
import { wantedSchema } from '../../domain/wanted/wanted-faults.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';

/** Schemas that editors read; path from the project's root. */
export const schemaFolder = '.vscode/schemas';

const SCHEMAS = {
  'facts.schema.json': ['Facts: front matter of en.mdx', factsSchema],
  'translation.schema.json': ['Front matter of a translation', translationSchema],
  'project.schema.json': ['An upstream project', projectSchema],
  'reproduction.schema.json': ['How to run a fault', reproductionSchema],
  'compatibility.schema.json': ['Releases that work together', compatibilitySchema],
  'table.schema.json': ['A table that answers a fault for many names', tableSchema],
  'wanted.schema.json': ['Faults that no article covers yet', wantedSchema],
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

const USAGE = `Usage: npm run generate:schemas

Writes the JSON Schemas that editors use for content/ into ${schemaFolder}.
Exit code: 0 written, 2 usage error.`;

/** `npm run generate:schemas` */
export const generateSchemasCommand = defineCommand({
  name: 'npm run generate:schemas',
  usage: USAGE,
  examples: ['npm run generate:schemas', `npm run generate:schemas && git diff ${schemaFolder}`],
  async run(_call, { root, stdout }) {
    const folder = path.join(root, schemaFolder);
    await mkdir(folder, { recursive: true });
    for (const [name, text] of generateSchemas()) {
      await writeFile(path.join(folder, name), text);
      stdout.write(`${path.posix.join(schemaFolder, name)}\n`);
    }
    return 0;
  },
});

if (import.meta.main) await runCommand(generateSchemasCommand, baseContext());
