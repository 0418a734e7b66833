import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { loadCommandKnowledge } from '../../../../src/cli/known-faults/command-knowledge.ts';
import { runAndDiagnose } from '../../../../src/cli/run/run-and-diagnose.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';
import { MemoryOutput, testContext } from '../../../support/mock-server.ts';
import { root } from '../../../support/root.ts';

const library = path.resolve(import.meta.dirname, '../../../fixtures/library');
const printed = 'Fatal Python error: demo is broken (line 4218)';

/** Runs a script under Node. */
async function run(script: string, { args = [] as string[], isTTY = false, env = {} } = {}) {
  const context = testContext(
    root,
    { PATH: process.env['PATH'], ...env },
    {
      stdout: new MemoryOutput(isTTY),
      stderr: new MemoryOutput(isTTY),
      loadKnowledge: (locale?: Locale) =>
        loadCommandKnowledge(library, 'https://faults.example', locale),
    },
  );
  const command = [...args, '--', process.execPath, '-e', script];
  const status = await runAndDiagnose(command, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

test('passes both outputs of a command through, and prints nothing else if it succeeds', async () => {
  const script = `console.log('\\u001b[31mred\\u001b[0m'); console.error(${JSON.stringify(printed)})`;
  expect(await run(script)).toEqual({
    status: 0,
    stdout: '\u001b[31mred\u001b[0m\n',
    stderr: `${printed}\n`,
  });
});

test('prints the diagnosis on standard error if the command fails, with its exit code', async () => {
  const script = `console.log('building'); console.error(${JSON.stringify(printed)}); process.exitCode = 3`;
  const { status, stdout, stderr } = await run(script);
  expect([status, stdout]).toEqual([3, 'building\n']);
  expect(stderr.startsWith(`${printed}\n\n`)).toBe(true);
  expect(stderr).toContain('Importing demo crashes (KF-9001)');
});

test('reads what the command prints on standard output, too', async () => {
  const { stderr } = await run(`console.log(${JSON.stringify(printed)}); process.exitCode = 1`);
  expect(stderr).toContain('(KF-9001)');
});

test('reads the end of a long output', async () => {
  const script = `
    for (let line = 0; line < 100; line++) console.log('copying '.repeat(10_000));
    console.log(${JSON.stringify(printed)});
    process.exitCode = 1`;
  expect((await run(script)).stderr).toContain('(KF-9001)');
});

test('says that an error is unknown', async () => {
  const { status, stderr } = await run('process.exitCode = 1');
  expect(status).toBe(1);
  expect(stderr).toContain('Not a known error');
});

test('--lang answers in another language', async () => {
  const script = `console.log(${JSON.stringify(printed)}); process.exitCode = 1`;
  const { stderr } = await run(script, { args: ['--lang', 'zh'] });
  expect(stderr).toContain('https://faults.example/zh/KF-9001/');
});

test('a command that a signal ends has the exit code of a shell', async () => {
  const { status } = await run('process.kill(process.pid, "SIGABRT")');
  expect(status).toBe(128 + os.constants.signals.SIGABRT);
});

describe('the environment of the command', () => {
  const script = 'console.log(process.env.FORCE_COLOR, process.env.PYTHONUNBUFFERED)';

  test.each([
    ['asks for colors on a terminal', true, {}, '1 1\n'],
    ['asks for no colors in a pipe', false, {}, 'undefined 1\n'],
    ['leaves NO_COLOR as it is', true, { NO_COLOR: '1' }, 'undefined 1\n'],
    ['leaves the choice of the caller', true, { FORCE_COLOR: '3' }, '3 1\n'],
  ])('%s', async (_name, isTTY, env, expected) => {
    expect((await run(script, { isTTY, env })).stdout).toBe(expected);
  });
});

test('passes SIGTERM on to the command, and diagnoses nothing then', async () => {
  const script = `process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => 0, 1000)`;
  const child = spawn(
    process.execPath,
    ['src/cli/known-faults/run-in-clone.ts', 'run', '--', process.execPath, '-e', script],
    { cwd: root },
  );
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const ended = new Promise((resolve) => child.on('close', resolve));
  expect([await text(child.stderr), await ended]).toEqual(['', 7]);
});

test('a command ends when the reader closes the pipe, as it would without us', async () => {
  const script = `process.stdout.on('error', () => process.exit(9)); setInterval(() => console.log('more'), 10)`;
  const child = spawn(
    process.execPath,
    ['src/cli/known-faults/run-in-clone.ts', 'run', '--', process.execPath, '-e', script],
    { cwd: root },
  );
  child.stdout.once('data', () => child.stdout.destroy());
  const ended = new Promise((resolve) => child.on('close', resolve));
  expect([await text(child.stderr), await ended]).toEqual(['', 141]);
});

test.each([
  [[], 'COMMAND: found nothing; allowed: -- and a command to run.'],
  [['--', 'no-such-program'], 'COMMAND: found no-such-program; allowed: a program on the PATH.'],
  [['pip', '-q'], 'Unknown option: -q.'],
])('%j is a usage error', async (args, message) => {
  const context = testContext(root, process.env, { loadKnowledge: () => Promise.reject() });
  expect(await runAndDiagnose(args, context)).toBe(2);
  expect(context.stderr.text).toBe(`${message}\nTry \`npx known-faults run --help\`.\n`);
});
