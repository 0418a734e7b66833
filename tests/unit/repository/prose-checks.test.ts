import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../support/root.ts';

/** Runs a checker of prose on an article with this text and returns what it prints. */
function check(command: string, args: readonly string[], text: string): string {
  const input = `---\nid: KF-0001\ntitle: 'A title'\nsignatures:\n  - "Eror: cannot initialise"\nproject: cython\n---\n\n## What you see\n\n${text}\n`;
  const { stdout, stderr } = spawnSync(command, args, { cwd: root, input, encoding: 'utf8' });
  return stdout + stderr;
}

test('cspell reports British spellings, typos and terms with another name, but only in prose', () => {
  const printed = check(
    'cspell',
    ['--no-progress', '--no-summary', 'stdin://content/articles/demo/en.mdx'],
    `The behaviour changes. It is initialised twice. The comiler stops on a freethreaded build.

The \`Acuire\` of [it](https://github.com/example/initialise/issues/1) prints:

\`\`\`message
Fatal eror: behaviour undefnied
\`\`\``,
  );
  expect([...printed.matchAll(/word \((\w+)\)/g)].map(([, word]) => word)).toEqual([
    'behaviour',
    'initialised',
    'comiler',
    'freethreaded',
  ]);
});

test('markdownlint reports links that do not last and breaches of form', () => {
  const unstable = [
    ['http://numpy.org/x', 'an https address'],
    ['https://github.com/numpy/numpy/blob/main/setup.py', 'a link to a tag or a commit'],
    ['https://gitlab.com/a/b/-/blob/master/c.py', 'a link to a tag or a commit'],
    ['https://bugs.python.org/issue36085', 'the issue of github.com/python/cpython'],
    ['https://bit.ly/3abc', 'the full address'],
    ['https://docs.python.org/3.12/c-api/init.html', 'https://docs.python.org/3/'],
  ];
  const stable = [
    'https://github.com/numpy/numpy/blob/v2.0.0/setup.py',
    'https://github.com/numpy/numpy/issues/1',
    '/articles/numpy-x/',
  ];
  const links = [...unstable.map(([address]) => address), ...stable];
  const printed = check(
    'markdownlint-cli2',
    ['--no-globs', '-'],
    `${links.map((address) => `See [this](${address}).`).join('\n')}

See https://numpy.org/ now.

#### Too deep

\`\`\`
x
\`\`\``,
  );
  const problems = printed.split('\n').filter((line) => line.startsWith('stdin:'));
  const expected = [
    ...unstable.map(([address, advice]) => `found ${address}; write ${advice}`),
    'MD034/no-bare-urls',
    'MD001/heading-increment',
    'MD040/fenced-code-language',
  ];
  expect(problems).toHaveLength(expected.length);
  expected.forEach((text, index) => expect(problems[index]).toContain(text));
});
