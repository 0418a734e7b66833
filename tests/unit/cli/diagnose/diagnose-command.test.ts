import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { diagnoseCommand } from '../../../../src/cli/diagnose/diagnose-command.ts';
import { loadCommandKnowledge } from '../../../../src/cli/known-faults/command-knowledge.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';
import {
  BROKEN,
  libraryWithTable,
  LOOKUP,
  TABLE,
  translatedAnswer,
  withLookup,
} from '../../../support/loom-library.ts';
import { folderWith } from '../../../support/folder.ts';
import { testContext } from '../../../support/mock-server.ts';

const library = path.resolve(import.meta.dirname, '../../../fixtures/library');
const printed = 'Fatal Python error: demo is broken (line 4218)';

async function run(
  args: string[],
  input: string | Buffer = '',
  root = '/nowhere',
  content = library,
) {
  const context = testContext(
    root,
    {},
    {
      stdin: Readable.from([Buffer.from(input)]),
      loadKnowledge: (locale?: Locale) =>
        loadCommandKnowledge(content, 'https://faults.example', locale),
    },
  );
  const status = await diagnoseCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

test('prints the finding with its fix, its evidence and its address', async () => {
  const { status, stdout } = await run([], `Collecting x\n${printed}\nmake: *** Error 1\n`);
  expect(status).toBe(0);
  const [title, ...rest] = stdout.split('\n');
  expect(title).toBe('This is it: Importing demo crashes (KF-9001)');
  expect(rest.join('\n')).toBe(`  Upgrade demo to 1.2.0 or later.
    pip install --upgrade "demo>=1.2.0"
  Line 2: ${printed}
  https://faults.example/KF-9001/
`);
});

test('--lang answers in another language', async () => {
  const { stdout } = await run(['--lang', 'zh'], printed);
  expect(stdout).toContain(`  第 1 行: ${printed}\n`);
  expect(stdout).toContain('https://faults.example/zh/KF-9001/');
});

test('- stands for the standard input', async () => {
  expect((await run(['-'], printed)).stdout).toContain('(KF-9001)');
});

test('reads a file', async () => {
  const folder = folderWith({ 'build.log': printed });
  expect((await run(['build.log'], '', folder)).stdout).toContain('(KF-9001)');
});

test('reads UTF-16, as Windows PowerShell writes it, from a file and from standard input', async () => {
  const bytes = Buffer.from(`\ufeffpython : Traceback\r\n${printed}\r\n`, 'utf16le');
  const folder = folderWith({ 'build.log': bytes });
  expect((await run(['build.log'], '', folder)).stdout).toContain('(KF-9001)');
  expect((await run([], bytes)).stdout).toContain('(KF-9001)');
});

test('refuses binary data, with exit code 2', async () => {
  const folder = folderWith({ a: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0) });
  const { status, stdout, stderr } = await run(['a'], '', folder);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('a: this is binary data, not text; name a log or a text file.');
});

test('reads both ends of a large log, and says so', async () => {
  const log = `${'copying x.py -> build\n'.repeat(300_000)}${printed}`;
  const { status, stdout, stderr } = await run(['--json'], log);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: [{ id: 'KF-9001' }],
    bytesLeftOut: log.length - 5_000_000,
  });
  expect(stderr).toBe(
    'Only the first and the last 2.5 MB were read; 1.6 MB between them were left out.\n',
  );
});

test('reports an unknown error, with exit code 1', async () => {
  const { status, stdout } = await run(
    [],
    "Traceback (most recent call last):\nKeyError: 'total'\n",
  );
  expect(status).toBe(1);
  expect(stdout).toBe(`Not a known error
  Last error: KeyError: 'total'

What usually helps:
  1. Paste the whole output, from the command to the last line: the cause is
  often far above.
  2. Add your versions: the output of \`python -VV\` and \`pip list\`.
  3. Search the issues of the package named in the last lines.
`);
});

test('--json prints the findings and the environment', async () => {
  const { stdout } = await run(['--json', '--limit', '1'], `python 3.12.1\n${printed}`);
  const { findings, environment } = JSON.parse(stdout);
  expect(findings).toEqual([
    {
      id: 'KF-9001',
      slug: 'demo-crash',
      confidence: 'high',
      line: printed,
      fix: {
        text: 'Upgrade demo to 1.2.0 or later.',
        command: 'pip install --upgrade "demo>=1.2.0"',
      },
      cause: 'defect',
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

test('--batch tells the name that a table has, with its answer, and the one that it does not have', async () => {
  const content = libraryWithTable(
    TABLE,
    withLookup(BROKEN, LOOKUP),
    translatedAnswer('换掉 {name}。'),
  );
  const input = ['Jacquard.so', 'zzq.so']
    .map((name, key) => JSON.stringify({ key, text: `weaving stopped: ${name} jammed` }))
    .join('\n');
  const { stdout } = await run(['--batch', '--lang', 'zh'], input, undefined, content);
  const [known, unknown] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(known.findings).toMatchObject([
    { id: 'KF-9002', name: 'jacquard.so', fix: { text: '换掉 Jacquard。' }, commands: [] },
  ]);
  expect(known).not.toHaveProperty('unknownName');
  expect(unknown).toMatchObject({ findings: [], unknownName: { id: 'KF-9002', name: 'zzq.so' } });
});

test('--batch prints the ranked search beside the diagnosis', async () => {
  const questions = ['import of demo crashes', printed, '导入 demo 崩溃'];
  const input = questions.map((text, key) => JSON.stringify({ key, text })).join('\n');
  const { stdout } = await run(['--batch', '--lang', 'zh', '--limit', '1'], input);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
  expect(answers.map(({ results }) => results)).toEqual(
    questions.map(() => [{ id: 'KF-9001', slug: 'demo-crash' }]),
  );
});

test.each([
  [['--limit', '0'], '', '--limit: found 0; allowed: a number from 1 to 20.'],
  [['no-such-file.log'], '', 'no-such-file.log: no such file or folder'],
  [['a', 'b'], '', 'FILE: found 2 files; allowed: one.'],
  [['--lang', 'fr'], '', '--lang: found fr; allowed: en, zh.'],
  [['--batch', 'log.jsonl'], '', '--batch reads the standard input; found the file log.jsonl.'],
  [
    ['--batch'],
    '{"key": 1, "text": "x"}\nnot json',
    'Line 2: found text that is not JSON; allowed: {"key": ..., "text": "..."}.',
  ],
  [['--batch'], '{"key": 1}', 'Line 1: found {"key": 1}; allowed: {"key": ..., "text": "..."}.'],
])('%j with the input %j is a usage error', async (args, input, message) => {
  const { status, stderr } = await run(args, input);
  expect(status).toBe(2);
  expect(stderr).toContain(`${message}\nTry \`npx known-faults diagnose --help\`.\n`);
});
