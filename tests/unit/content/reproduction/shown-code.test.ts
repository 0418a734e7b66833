import { expect, test } from 'vitest';
import { findShownOutput } from '../../../../src/content/reproduction/find-shown-output.ts';
import { shownCode } from '../../../../src/content/reproduction/shown-code.ts';

const body = `
## What you see

\`\`\`message
Fatal Python error
Extension modules: walrus
\`\`\`

## Reproduce it

- A list

  \`\`\`python title="run.py"
  import walrus
  \`\`\`

\`\`\`console
$ pip install cython
$ gcc -c \\
      a.c
$ python -c "import a
print(a)"
one
two

$ python run.py   # it's slow
Fatal Python error
\`\`\`
`;
const shown = shownCode({
  ...{ file: 'en.mdx', body, bodyLine: 11, hasComponents: false },
  ...{ anchors: [], links: [], lineOf: () => 1 },
});

test('collects outputs with their lines, without the commands above them', () => {
  expect(shown.outputs).toEqual([
    { text: 'Fatal Python error\nExtension modules: walrus', line: 15 },
    { text: 'one\ntwo\n', line: 33 },
    { text: 'Fatal Python error', line: 37 },
  ]);
});

test('collects commands with their lines', () => {
  expect(shown.commands).toEqual([
    { text: 'pip install cython', line: 28, section: 'reproduce' },
    { text: 'gcc -c \\\n      a.c', line: 29, section: 'reproduce' },
    { text: 'python -c "import a\nprint(a)"', line: 31, section: 'reproduce' },
    { text: "python run.py   # it's slow", line: 36, section: 'reproduce' },
  ]);
});

test('collects files with their titles, in lists too', () => {
  expect(shown.files).toMatchObject([
    { title: 'run.py', text: 'import walrus', section: 'reproduce' },
  ]);
});

test.each([
  ['two', 'one\ntwo\n'],
  ['Extension modules', 'Fatal Python error\nExtension modules: walrus'],
  ['Fatal Python error', 'Fatal Python error\nExtension modules: walrus'],
])('finds the output that contains %s', (text, expected) => {
  expect(findShownOutput(shown.outputs, text)).toMatchObject({ text: expected });
});

test('refuses a text that two different outputs contain', () => {
  const outputs = [
    { text: 'a\nb', line: 3 },
    { text: 'a\nc', line: 9 },
  ];
  expect(findShownOutput(outputs, 'a')).toEqual({
    found: 'text in several outputs of the article (lines 3, 9)',
    expected: 'text that only one of them contains',
  });
  expect(findShownOutput(outputs, 'x')).toEqual({
    found: 'text that no output of the article contains',
    expected: 'part of one output',
  });
});
