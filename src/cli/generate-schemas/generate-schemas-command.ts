import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { factsSchema, projectSchema, translationSchema } from '../../domain/facts/facts.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';

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

const USAGE = `Usage: npm run generate:schemas

Writes the JSON Schemas that editors use for content/ into ${FOLDER}.`;

/** `npm run generate:schemas` */
export const generateSchemasCommand = defineCommand({
  usage: USAGE,
  async run(_call, { root, stdout }) {
    const folder = path.join(root, FOLDER);
    await mkdir(folder, { recursive: true });
    for (const [name, text] of schemaFiles()) {
      await writeFile(path.join(folder, name), text);
      stdout.write(`${path.posix.join(FOLDER, name)}\n`);
    }
    return 0;
  },
});

if (import.meta.main) await runCommand(generateSchemasCommand, baseContext());
