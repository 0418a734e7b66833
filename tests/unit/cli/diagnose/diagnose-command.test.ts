import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { diagnoseCommand } from '../../../../src/cli/diagnose/diagnose-command.ts';
import { loadCommandKnowledge } from '../../../../src/cli/known-faults/command-knowledge.ts';
import { folderWith } from '../../../support/folder.ts';
import { testContext } from '../../../support/mock-server.ts';

const library = path.resolve(import.meta.dirname, '../../../fixtures/library');
const printed = 'Fatal Python error: demo is broken (line 4218)';

async function run(args: string[], input = '', root = '/nowhere') {
  const context = testContext(
    root,
    {},
    {
      stdin: Readable.from([Buffer.from(input)]),
      loadKnowledge: () => loadCommandKnowledge(library, 'https://faults.example'),
    },
  );
  const status = await diagnoseCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

test('prints the finding with its evidence, what to do, and its addresses', async () => {
  const { status, stdout } = await run([], `Collecting x\n${printed}\nmake: *** Error 1\n`);
  expect(status).toBe(0);
  const [title, ...rest] = stdout.split('\n');
  expect(title).toMatch(/^(?:This is it|Likely|Possibly): Importing demo crashes \(KF-9001\)$/);
  expect(rest.join('\n')).toBe(`  line 2: ${printed}
  signature: Fatal Python error: demo is broken (line <n>)
  Import dies with a segmentation fault. Upgrade to demo 1.2.0.
  https://faults.example/KF-9001/
  address of this message: https://faults.example/e/1/7938cccc65cca9cc/
`);
});

test('reads a file', async () => {
  const folder = folderWith({ 'build.log': printed });
  expect((await run(['build.log'], '', folder)).stdout).toContain('(KF-9001)');
});

test('reports an unknown error, with exit code 1', async () => {
  const { status, stdout } = await run(
    [],
    "Traceback (most recent call last):\nKeyError: 'total'\n",
  );
  expect(status).toBe(1);
  expect(stdout).toContain('No known fault matches this error.');
});

test('--json prints the findings and the environment', async () => {
  const { stdout } = await run(['--json', '--limit', '1'], `python 3.12.1\n${printed}`);
  const { findings, environment } = JSON.parse(stdout);
  expect(findings).toEqual([
    {
      id: 'KF-9001',
      slug: 'demo-crash',
      confidence: expect.stringMatching(/^(?:high|medium|low)$/),
      line: printed,
    },
  ]);
  expect(environment.python).toBe('3.12.1');
});

test('--batch answers each line under its key', async () => {
  const lines = [{ key: 7, text: printed }, undefined, { key: 'b', text: 'KeyError: 1' }];
  const { status, stdout } = await run(
    ['--batch'],
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(
    answers.map(({ key, findings }) => [key, findings.map(({ id }: { id: string }) => id)]),
  ).toEqual([
    [7, ['KF-9001']],
    ['b', []],
  ]);
});

test.each([
  [['--limit', '0'], '', '--limit: found 0; allowed: a number from 1 to 20.'],
  [['no-such-file.log'], '', 'no-such-file.log: no such file or folder'],
  [['a', 'b'], '', 'Only one file can be read at a time.'],
  [
    ['--batch'],
    '{"key": 1, "text": "x"}\nnot json',
    'Line 2: found text that is not JSON; allowed: {"key": ..., "text": "..."}.',
  ],
  [['--batch'], '{"key": 1}', 'Line 1: found {"key": 1}; allowed: {"key": ..., "text": "..."}.'],
])('%j with the input %j is a usage error', async (args, input, message) => {
  const { status, stderr } = await run(args, input);
  expect(status).toBe(2);
  expect(stderr).toContain(`${message}\n\nUsage: npx known-faults diagnose`);
});
