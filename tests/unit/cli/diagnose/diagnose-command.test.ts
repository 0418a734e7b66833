import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../..');

const printed =
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync('node', ['src/cli/known-faults/run-in-clone.ts', 'diagnose', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: 'https://faults.example', NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

test('a pipe is read; the answer has the evidence, what to do and the permalink', () => {
  const { status, stdout } = run([], `Collecting x\n${printed}\nmake: *** Error 1\n`);
  expect(status).toBe(0);
  expect(stdout).toContain('(KF-0003)');
  expect(stdout).toContain(`line 2: ${printed}`);
  expect(stdout).toContain(
    "signature: RuntimeError: Linking globals named '__excinfo_unwrap_args<",
  );
  expect(stdout).toContain('Upgrade to Numba 0.62.0');
  expect(stdout).toContain('https://faults.example/KF-0003/');
});

test('a file is read as well', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'build.log');
  writeFileSync(file, printed);
  expect(run([file]).stdout).toContain('(KF-0003)');
});

test('an unrelated error is said to be unknown, with exit code 1', () => {
  const { status, stdout } = run([], "Traceback (most recent call last):\nKeyError: 'total'\n");
  expect(status).toBe(1);
  expect(stdout).toContain('No known fault matches this error.');
});

test('--json prints findings and environment, --limit bounds them', () => {
  const { stdout } = run(['--json', '--limit', '1'], `python 3.12.1\n${printed}`);
  const answer = JSON.parse(stdout);
  expect(answer.findings).toEqual([
    {
      id: 'KF-0003',
      slug: 'numba-pycc-excinfo-unwrap-args-multiply-defined',
      confidence: 'high',
      line: printed,
    },
  ]);
  expect(answer.environment.python).toBe('3.12.1');
});

test('--batch answers line by line, keys as they came, empty where nothing is known', () => {
  const input = [
    { key: 7, text: printed },
    { key: 'b', text: 'KeyError: 1' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const { status, stdout } = run(['--batch'], input);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(
    answers.map(({ key, findings }) => [key, findings.map(({ id }: { id: string }) => id)]),
  ).toEqual([
    [7, ['KF-0003']],
    ['b', []],
  ]);
});

test.each([
  [['--limit', '0'], '', '--limit: found 0; allowed: a number from 1 to 20.'],
  [['--colour'], '', "Unknown option '--colour'"],
  [['no-such-file.log'], '', 'no-such-file.log: ENOENT'],
  [['a', 'b'], '', 'Only one file can be read at a time.'],
  [
    ['--batch'],
    '{"key": 1, "text": "x"}\nnot json',
    'Line 2: found text that is not JSON; allowed: {"key": ..., "text": "..."}.',
  ],
  [['--batch'], '{"key": 1}', 'Line 1: found {"key": 1}; allowed: {"key": ..., "text": "..."}.'],
])('%j with %j is a usage error: %s', (args, input, message) => {
  const { status, stderr } = run(args, input);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain('Usage: npx known-faults diagnose');
  expect(stderr).not.toContain('    at ');
});
