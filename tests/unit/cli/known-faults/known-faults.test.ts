import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { knownFaults } from '../../../../src/cli/known-faults/known-faults.ts';
import { testContext } from '../../../support/mock-server.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const script = path.join(root, 'src/cli/known-faults/run-in-clone.ts');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

async function run(...args: string[]) {
  const context = testContext(
    root,
    {},
    {
      loadKnowledge: () => Promise.reject(new Error('not needed')),
      readVersion: async () => '1.2.3',
    },
  );
  const code = await knownFaults(args, context);
  return { code, out: context.stdout.text, err: context.stderr.text };
}

test.each(['--help', '-h'])('%s lists the commands', async (option) => {
  const { code, out, err } = await run(option);
  expect(out).toContain('Usage: npx known-faults COMMAND');
  for (const name of ['diagnose', 'run', 'audit', 'show', 'address'])
    expect(out).toContain(`\n  ${name} `);
  expect([code, err]).toEqual([0, '']);
});

test('speaks Chinese where the system does, and English with --lang en', async () => {
  const context = () =>
    testContext(
      root,
      { LANG: 'zh_CN.UTF-8' },
      {
        loadKnowledge: () => Promise.reject(new Error('not needed')),
        readVersion: async () => '1.2.3',
      },
    );
  const help = context();
  await knownFaults(['--help'], help);
  expect(help.stdout.text).toMatch(/^用法：npx known-faults COMMAND\n[\s\S]*\n示例：\n/);
  const mistyped = context();
  expect(await knownFaults(['diagnos'], mistyped)).toBe(2);
  expect(mistyped.stderr.text).toBe(
    'COMMAND：收到 diagnos；应为 diagnose、run、audit、show、address。是不是要写 diagnose？\n' +
      '用法见 `npx known-faults --help`。\n',
  );
  const english = context();
  await knownFaults(['show', '--lang', 'en'], english);
  expect(english.stderr.text).toMatch(/^ARTICLE: found nothing; allowed: an id/);
});

test('--version prints the version', async () => {
  expect(await run('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('passes the other arguments to the command', async () => {
  const { code, out } = await run('audit', '--help');
  expect(out).toContain('Usage: npx known-faults audit');
  expect(code).toBe(0);
});

test.each([
  [[], 'found nothing; allowed: diagnose, run, audit, show, address.'],
  [
    ['diagnos'],
    'found diagnos; allowed: diagnose, run, audit, show, address. Did you mean diagnose?',
  ],
  [['compile'], 'found compile; allowed: diagnose, run, audit, show, address.'],
])('%j is a usage error', async (args, message) => {
  const { code, out, err } = await run(...args);
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: `COMMAND: ${message}\nTry \`npx known-faults --help\`.\n`,
  });
});

test('prints the version of package.json in a clone', () => {
  const { stdout, status } = spawnSync('node', [script, '--version'], { encoding: 'utf8' });
  expect([stdout, status]).toEqual([`${version}\n`, 0]);
});

test('answers from the articles of the clone, for the site in the environment', () => {
  const input = 'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 4218)';
  const env = { ...process.env, SITE_URL: 'https://faults.example', BASE_PATH: '/kf/' };
  const { stdout, status } = spawnSync('node', [script, 'diagnose'], {
    input,
    env,
    encoding: 'utf8',
  });
  expect(stdout).toContain('https://faults.example/kf/KF-0001/');
  expect(status).toBe(0);
});

test('ends quietly with exit code 141 when the reader closes the pipe', async () => {
  const child = spawn('node', [script, 'diagnose', '--help']);
  child.stdout.destroy();
  const ended = new Promise((resolve) => child.on('close', resolve));
  expect([await text(child.stderr), await ended]).toEqual(['', 141]);
});
