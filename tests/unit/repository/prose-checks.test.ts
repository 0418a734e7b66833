import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs a checker of the text over one article and returns what it complains of. */
function check(command: 'cspell' | 'markdownlint-cli2', input: string): string {
  const args =
    command === 'cspell'
      ? ['--no-progress', '--no-summary', 'stdin://content/articles/demo/en.mdx']
      : ['--no-globs', '-'];
  const { stdout, stderr } = spawnSync(command, args, { cwd: root, input, encoding: 'utf8' });
  // Spelling speaks on the one stream, form on the other.
  return command === 'cspell' ? stdout : stderr;
}

const article = (body: string) =>
  `---\nid: KF-0001\ntitle: 'A title'\nsignatures:\n  - "Eror: cannot initialise"\nproject: cython\n---\n\n## What you see\n\n${body}\n`;

test.each([
  ['The behaviour changes.', 'behaviour'],
  ['It is initialised twice.', 'initialised'],
  ['The comiler stops.', 'comiler'],
  ['On a freethreaded build.', 'freethreaded'],
])('%j is found: %s', (body, word) => {
  expect(check('cspell', article(body))).toContain(`(${word})`);
});

test('what machines print, code and addresses are not spelled', () => {
  const body = [
    'The `Acuire` of [it](https://github.com/acme/initialise/issues/1) prints:',
    '',
    '```message',
    'Fatal eror: behaviour undefnied',
    '```',
  ].join('\n');
  expect(check('cspell', article(body))).toBe('');
});

test.each([
  ['http://numpy.org/x', 'an https address'],
  ['https://github.com/numpy/numpy/blob/main/setup.py', 'a link to a tag or a commit'],
  ['https://gitlab.com/a/b/-/blob/master/c.py', 'a link to a tag or a commit'],
  ['https://bugs.python.org/issue36085', 'the issue of github.com/python/cpython'],
  ['https://bit.ly/3abc', 'the full address'],
  ['https://docs.python.org/3.12/c-api/init.html', 'https://docs.python.org/3/'],
])('a link to %s is found', (address, advice) => {
  const printed = check('markdownlint-cli2', article(`See [this](${address}).`));
  expect(printed).toContain(`:11:`);
  expect(printed).toContain(`found ${address}; write ${advice}`);
});

test.each([
  ['#### Too deep', 'MD001/heading-increment'],
  ['See https://numpy.org/ now.', 'MD034/no-bare-urls'],
  ['```\nx\n```', 'MD040/fenced-code-language'],
])('%j breaks %s', (body, rule) => {
  expect(check('markdownlint-cli2', article(body))).toContain(rule);
});

test('a link to a tag, a commit or an issue is fine', () => {
  const body = [
    'See [one](https://github.com/numpy/numpy/blob/v2.0.0/setup.py),',
    '[two](https://github.com/numpy/numpy/issues/1) and [three](/articles/numpy-x/).',
  ].join('\n');
  expect(check('markdownlint-cli2', article(body))).toBe('');
});
