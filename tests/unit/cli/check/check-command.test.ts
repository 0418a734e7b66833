import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatGitHub, formatText } from '../../../../src/cli/check/report.ts';
import type { LintMessage } from '../../../../src/lint/lint-message.ts';
import { checkCommand } from '../../../../src/cli/check/check-command.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { testContext } from '../../../support/mock-server.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const BROKEN = { file: CRASH, from: 'builds: [gil]', to: 'builds: [x]' };

/** Runs the command and captures its output. */
async function check(root: string, ...args: string[]) {
  const context = testContext(root);
  const status = await checkCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

test('groups messages by file and ends with a summary', async () => {
  const { status, stdout } = await check(libraryWith(BROKEN), 'demo-crash');
  expect(stdout).toBe(
    [
      CRASH,
      '  10  error   facts  builds[0]: found "x"; allowed: gil, free-threaded, debug',
      '',
      '1 articles, 1 projects: 1 error, 0 pieces of advice',
      '',
    ].join('\n'),
  );
  expect(status).toBe(1);
});

test('fails on advice only with --strict', async () => {
  const root = libraryWith();
  expect((await check(root)).status).toBe(0);
  expect((await check(root, '--strict')).status).toBe(1);
});

test('prints an array of messages with --json', async () => {
  const { status, stdout } = await check(libraryWith(BROKEN), '--json', 'demo-crash');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      file: CRASH,
      line: 10,
      severity: 'error',
      rule: 'facts',
      found: '"x"',
      wanted: 'gil, free-threaded, debug',
      message: 'builds[0]: found "x"; allowed: gil, free-threaded, debug',
    },
  ]);
});

test('prints annotations with --format github', async () => {
  const { stdout } = await check(libraryWith(BROKEN), '--format', 'github', 'demo-crash');
  expect(stdout).toBe(
    `::error file=${CRASH},line=10,title=known-faults/facts::builds[0]: found "x"; allowed: gil, free-threaded, debug\n` +
      '1 articles, 1 projects: 1 error, 0 pieces of advice\n',
  );
});

test('accepts the path of an article instead of its slug', async () => {
  const root = libraryWith();
  expect((await check(root, HANG)).stdout).toBe((await check(root, 'demo-hang')).stdout);
});

describe('reports a usage error and where the help is', () => {
  test.each([
    [['demo-none'], 'demo-none: there is no such folder in content/articles.'],
    [['a', 'b'], 'SLUG: found 2 arguments; allowed: one article.'],
    [['--format', 'xml'], '--format: found xml; allowed: people, github, json.'],
    [
      ['--translated', 'x'],
      '--translated x: the article does not exist or has errors; see `npm run check`.',
    ],
    [['--fixed'], 'Unknown option: --fixed. Did you mean --fix?'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await check(libraryWith(), ...args);
    expect(status).toBe(2);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).toContain('Try `npm run check -- --help`.');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('--fix', () => {
  test('prints each fix, leaves no temporary file, and has nothing to do the second time', async () => {
    const root = libraryWith({ file: HANG, from: 'It waits.', to: 'It waits on MacOS. ' });
    const { status, stderr } = await check(root, '--fix');
    expect(status).toBe(0);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `fixed ${HANG}:2: found demo-crash not in related, though it lists this article; better: related: [..., demo-crash]`,
      `fixed ${HANG}:23: found "MacOS"; better: "macOS", or \`MacOS\` if it is code`,
      `fixed ${HANG}:23: found 1 space at the end of the line; better: none`,
    ]);
    const text = readFileSync(path.join(root, HANG), 'utf8');
    expect(text).toContain('It waits on macOS.\n');
    expect(readdirSync(path.dirname(path.join(root, HANG)))).toEqual(['en.mdx', 'zh.mdx']);
    expect((await check(root, '--fix')).stderr).toBe('');
    expect(readFileSync(path.join(root, HANG), 'utf8')).toBe(text);
  });

  test('fixes only the article that is named', async () => {
    const root = libraryWith(
      { file: CRASH, from: '[linux, windows]', to: '[windows, linux]' },
      { file: HANG, from: 'It waits.', to: 'It waits. ' },
    );
    const { stderr } = await check(root, '--fix', 'demo-hang');
    expect(stderr).toContain(`fixed ${HANG}:`);
    expect(stderr).not.toContain(CRASH);
  });

  test('writes LF line endings, as Git checks out', async () => {
    const root = libraryWith();
    const file = path.join(root, HANG);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    await check(root, '--fix');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('related: [demo-crash]\n');
    expect(text).not.toContain('\r');
  });
});

test('--translated writes the digest of the English text into the translation', async () => {
  const root = libraryWith();
  const { status, stdout } = await check(root, '--translated', 'demo-hang');
  expect(status).toBe(0);
  const [, digest] = /source is ([0-9a-f]{12})\n$/.exec(stdout) ?? [];
  expect(readFileSync(path.join(root, 'content/articles/demo-hang/zh.mdx'), 'utf8')).toContain(
    `source: '${digest}'`,
  );
});

test('a file name and a message stay within their line, and within their workflow command', () => {
  const text = fc.string({ unit: fc.constantFrom('\n', '\r', '::', '%', ',', 'a', ' ') });
  fc.assert(
    fc.property(text, text, (file, found) => {
      const lintMessage: LintMessage = {
        ...{ file, line: 1, severity: 'error', rule: 'text', found, wanted: found },
        message: `found ${found}`,
      };
      const [annotation = '', ...others] = formatGitHub([lintMessage]);
      expect(others).toEqual([]);
      expect(annotation).toMatch(
        /^::error file=[^:,\n\r]*,line=1,title=known-faults\/text::[^\n\r]*$/,
      );
      expect(formatText([lintMessage]).join('')).not.toMatch(/[\r\n]/);
    }),
  );
});
