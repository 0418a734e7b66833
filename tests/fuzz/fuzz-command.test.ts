import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { testContext } from '../support/mock-server.ts';
import { fuzzCommand, type FuzzContext } from './fuzz-command.ts';

const module = new URL('example-targets.ts', import.meta.url).href;

interface RunOptions extends Partial<FuzzContext> {
  files?: Record<string, string>;
}

/** Runs the command in a folder with these files. */
async function run(args: string, { files = {}, ...other }: RunOptions = {}) {
  const context = testContext(folderWith(files), {}, { module, second: 1_000, ...other });
  const code = await fuzzCommand(args === '' ? [] : args.split(' '), context);
  return { code, out: context.stdout.text, err: context.stderr.text, root: context.root };
}

/** The row of a target in the table, without its numbers. */
const resultOf = (out: string, name: string) =>
  new RegExp(`│ ${name} .*'(\\w+)'`).exec(out)?.[1] ?? 'not in the table';

test('a target without a failure passes', async () => {
  const { code, out } = await run('--minutes 0.01 --only harmless');
  expect([code, resultOf(out, 'harmless')]).toEqual([0, 'passed']);
});

test('a failure is shrunk, printed, written to the corpus and can be repeated', async () => {
  const { code, out, root } = await run('--minutes 0.01 --only broken --seed 5');
  const [, message, input, written = '', repeat = ''] = out.split('\n');
  expect([code, resultOf(out, 'broken')]).toEqual([1, 'failed']);
  expect([message, input]).toEqual(['broken: an x', '  input: "x"']);

  const file = /tests\S+\.json/.exec(written)?.[0] ?? '';
  expect(file).toMatch(/^tests\/fixtures\/fuzz-corpus\/broken\/candidate-[0-9a-f]{8}\.json$/);
  expect(JSON.parse(readFileSync(path.join(root, file), 'utf8'))).toBe('x');

  expect(repeat).toMatch(/npm run fuzz -- --only broken --seed 5 --path [\d:]+$/);
  const again = await run(repeat.slice(repeat.indexOf('--only')));
  expect(again.out.split('\n').slice(1, 3)).toEqual([message, input]);
});

test('an input of the corpus that fails is printed with its file and any hidden character', async () => {
  const file = 'tests/fixtures/fuzz-corpus/broken/letter.json';
  const { code, out } = await run('--minutes 0.01 --only broken', {
    files: { [file]: '"\u202ex"' },
  });
  expect(code).toBe(1);
  expect(out).toContain(
    `\nbroken: an x\n  input: "\\u202ex"\n  file: ${file}\n  to repeat it: npm run fuzz -- --only broken\n`,
  );
});

test('an input that is never answered is a failure', async () => {
  const { code, out } = await run('--minutes 0.01 --only endless --seed 5', { second: 50 });
  expect([code, resultOf(out, 'endless')]).toEqual([1, 'failed']);
  expect(out).toContain('endless: no answer within 3 s\n  input: "a"\n');
});

test('Ctrl-C ends with the table', async () => {
  const { code, out } = await run('', { signal: AbortSignal.abort() });
  expect([code, resultOf(out, 'endless')]).toEqual([0, 'passed']);
});

test.each([
  ['--minutes 0', '--minutes: found 0; allowed: a number above 0, up to 1440.'],
  ['--minutes ten', '--minutes: found ten; allowed: a number above 0, up to 1440.'],
  ['--seed 1e10', '--seed: found 1e10; allowed: an integer of 32 bits.'],
  ['--path 1:2', '--path: found no --only or no --seed; allowed: with both.'],
  ['--only other', '--only: found other; allowed: harmless, broken, endless.'],
])('%s is a usage error', async (args, message) => {
  const { code, err } = await run(args);
  expect([code, err.split('\n')[0]]).toEqual([2, message]);
});
