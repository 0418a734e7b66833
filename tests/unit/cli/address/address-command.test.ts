import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../..');
const walrus = 'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)';

function run(args: string[], env: Record<string, string> = {}) {
  return spawnSync('node', ['src/cli/known-faults/run-in-clone.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    input: walrus.replace('<n>', '4218'),
    env: { ...process.env, SITE_URL: 'https://faults.example', NO_COLOR: '1', ...env },
  });
}

test('a message that an article has: its address, exit code 0; numbers make no difference', () => {
  for (const message of [walrus, walrus.replace('<n>', '12')]) {
    const { status, stdout } = run(['address', message]);
    expect(stdout).toBe('https://faults.example/e/1/70dcd34552e78cc0/\n');
    expect(status).toBe(0);
  }
});

test('a message that no article has: its address all the same, exit code 1', () => {
  const { status, stdout } = run(['address', 'frobnicate: the widget is upside down']);
  expect(stdout).toMatch(/^https:\/\/faults\.example\/e\/1\/[0-9a-f]{16}\/\n$/);
  expect(status).toBe(1);
});

test('a site below a path of its host keeps the path', () => {
  const env = { BASE_PATH: '/known-faults/' };
  expect(run(['address', walrus], env).stdout).toBe(
    'https://faults.example/known-faults/e/1/70dcd34552e78cc0/\n',
  );
  expect(run(['diagnose'], env).stdout).toContain('https://faults.example/known-faults/KF-0001/');
});

test('the diagnosis names the address of the message that it knew', () => {
  expect(run(['diagnose']).stdout).toContain(
    'address of this message: https://faults.example/e/1/70dcd34552e78cc0/',
  );
});

test.each([
  [[], 'MESSAGE is missing.'],
  [['cannot', 'load'], 'Found more than one argument; put the message in quotes.'],
  [
    ['<n>: 42'],
    'Without numbers, paths and placeholders only "#" is left, which is too short to identify a message.',
  ],
  [['--nope'], "Unknown option '--nope'"],
])('%j is a usage error', (args, reason) => {
  const { status, stderr } = run(['address', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(reason);
  expect(stderr).toContain('Usage: npx known-faults address MESSAGE');
});
