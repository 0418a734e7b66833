import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatGitHub } from '../../../../src/lint/report.ts';
import { FOLDER, schemaFiles } from '../../../../src/cli/generate-schemas/generate-schemas-command.ts';
import { factsSchema, projectSchema, translationSchema } from '../../../../src/domain/facts/facts.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('the schemas that editors read are those that the code makes; npm run generate:schemas writes them', () => {
  const committed = readdirSync(path.join(root, FOLDER)).sort();
  expect(committed).toEqual([...schemaFiles().keys()].sort());
  for (const [name, text] of schemaFiles()) expect(read(`${FOLDER}/${name}`), name).toBe(text);
});

test.each([
  ['facts', factsSchema],
  ['translation', translationSchema],
  ['project', projectSchema],
])('an editor explains every field of %s and knows no others', (name, schema) => {
  const file = z
    .object({
      additionalProperties: z.literal(false),
      properties: z.record(z.string(), z.object({ description: z.string().min(10) })),
    })
    .parse(JSON.parse(read(`${FOLDER}/${name}.schema.json`)));
  expect(Object.keys(file.properties)).toEqual(Object.keys(schema.shape));
});

test('the settings of VS Code name files that exist', () => {
  const settings = JSON.parse(read('.vscode/settings.json'));
  for (const schema of Object.keys(settings['yaml.schemas'])) {
    expect(JSON.parse(read(schema)).type).toBe('object');
  }
});

test('VS Code reads what the check prints', () => {
  const [task] = JSON.parse(read('.vscode/tasks.json')).tasks;
  const { regexp, severity, file, line, column, message } = task.problemMatcher.pattern;
  const parts = (remark: string) => {
    const match = new RegExp(regexp).exec(remark) ?? [];
    return [severity, file, line, column, message].map((group) => match[group]);
  };
  const remark = {
    file: 'content/articles/x/en.mdx',
    severity: 'advice',
    rule: 'long-lines',
    found: '',
    wanted: '',
    message: 'found a, b: c',
  } as const;
  const [whole = '', lineless = ''] = formatGitHub([{ ...remark, line: 7, column: 3 }, remark]);
  expect(parts(whole)).toEqual(['warning', remark.file, '7', '3', 'found a, b: c']);
  expect(parts(lineless)).toEqual(['warning', remark.file, undefined, undefined, 'found a, b: c']);
});
