import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compatibilitySchema } from '../../../../src/domain/compatibility/compatibility-table.ts';
import { formatGitHub } from '../../../../src/cli/check/report.ts';
import {
  generateSchemas,
  schemaFolder,
} from '../../../../src/cli/generate-schemas/generate-schemas-command.ts';
import {
  factsSchema,
  projectSchema,
  translationSchema,
} from '../../../../src/domain/facts/facts.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('the committed schemas are up to date', () => {
  const committed = readdirSync(path.join(root, schemaFolder)).sort();
  expect(committed).toEqual([...generateSchemas().keys()].sort());
  for (const [name, text] of generateSchemas())
    expect(read(`${schemaFolder}/${name}`), name).toBe(text);
});

test.each([
  ['facts', factsSchema],
  ['translation', translationSchema],
  ['project', projectSchema],
  ['compatibility', compatibilitySchema],
])('the schema of %s describes every field and allows no others', (name, schema) => {
  const file = z
    .object({
      additionalProperties: z.literal(false),
      properties: z.record(z.string(), z.object({ description: z.string().min(10) })),
    })
    .parse(JSON.parse(read(`${schemaFolder}/${name}.schema.json`)));
  expect(Object.keys(file.properties)).toEqual(Object.keys(schema.shape));
});

test('the settings of VS Code refer to existing schemas', () => {
  const settings = JSON.parse(read('.vscode/settings.json'));
  for (const schema of Object.keys(settings['yaml.schemas'])) {
    expect(JSON.parse(read(schema)).type).toBe('object');
  }
});

test('the problem matcher of VS Code parses the output of the check', () => {
  const [task] = JSON.parse(read('.vscode/tasks.json')).tasks;
  const { regexp, severity, file, line, column, message } = task.problemMatcher.pattern;
  const parts = (output: string) => {
    const match = new RegExp(regexp).exec(output) ?? [];
    return [severity, file, line, column, message].map((group) => match[group]);
  };
  const lintMessage = {
    file: 'content/articles/x/en.mdx',
    severity: 'advice',
    rule: 'long-lines',
    found: '',
    wanted: '',
    message: 'found a, b: c',
  } as const;
  const [withLine = '', withoutLine = ''] = formatGitHub([
    { ...lintMessage, line: 7, column: 3 },
    lintMessage,
  ]);
  expect(parts(withLine)).toEqual(['warning', lintMessage.file, '7', '3', 'found a, b: c']);
  expect(parts(withoutLine)).toEqual([
    'warning',
    lintMessage.file,
    undefined,
    undefined,
    'found a, b: c',
  ]);
});
