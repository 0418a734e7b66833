import path from 'node:path';
import { expect, test } from 'vitest';
import { addressCommand } from '../../../../src/cli/address/address-command.ts';
import { loadCommandKnowledge } from '../../../../src/cli/known-faults/command-knowledge.ts';
import { testContext } from '../../../support/mock-server.ts';

const library = path.resolve(import.meta.dirname, '../../../fixtures/library');

async function run(...args: string[]) {
  const context = testContext(
    '/nowhere',
    {},
    {
      loadKnowledge: () => loadCommandKnowledge(library, 'https://faults.example/sub'),
    },
  );
  const status = await addressCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

test.each(['<n>', '12', '4218'])(
  'a known message with the number %s has one address',
  async (n) => {
    expect(await run(`Fatal Python error: demo is broken (line ${n})`)).toEqual({
      status: 0,
      stdout: 'https://faults.example/sub/e/1/7938cccc65cca9cc/\n',
      stderr: '',
    });
  },
);

test('a message that an article had in earlier wording is known', async () => {
  expect(await run('RuntimeError: demo crashed while importing <module>')).toEqual({
    status: 0,
    stdout: 'https://faults.example/sub/e/1/92dc7110e9e24245/\n',
    stderr: '',
  });
});

test('a message without an article has an address too, with exit code 1', async () => {
  const { status, stdout } = await run('ImportError: the module was built for another platform');
  expect(stdout).toMatch(/^https:\/\/faults\.example\/sub\/e\/1\/[0-9a-f]{16}\/\n$/);
  expect(status).toBe(1);
});

test.each([
  [[], 'MESSAGE: found nothing; allowed: the text of an error message.'],
  [['cannot', 'load'], 'MESSAGE: found 2 arguments; allowed: one, in quotes.'],
  [
    ['<n>: 42'],
    'Without numbers, paths and placeholders only "#" is left, which is too short to identify a message.',
  ],
])('%j is a usage error', async (args, message) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(`${message}\nTry \`npx known-faults address --help\`.\n`);
});
