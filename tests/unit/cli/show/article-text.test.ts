import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { articleText } from '../../../../src/cli/show/article-text.ts';
import { MemoryOutput } from '../../../support/mock-server.ts';

/** Returns the text as a terminal shows it, without styles. */
function shown(body: string): string {
  const output = new MemoryOutput();
  const hasComponents = body.includes('<Note');
  output.write(articleText({ body, hasComponents }, 'https://faults.example/articles/demo/'));
  return stripVTControlCharacters(output.text);
}

test.each<[string, string, string]>([
  [
    'a heading and a paragraph',
    '## Cause\n\nIt *crashes*\nat once.',
    'Cause\n\nIt crashes at once.',
  ],
  ['code', 'Run `pip`.', 'Run `pip`.'],
  ['a code block', '```console\n$ a\n\n$ b\n```', '    $ a\n\n    $ b'],
  ['an address', 'See [the fix](https://example.org/1).', 'See the fix (https://example.org/1).'],
  ['another article', '[Crash](../crash/)', 'Crash (https://faults.example/articles/crash/)'],
  ['a link within the article', '[above](#cause)', 'above'],
  ['a bare address', 'See <https://example.org/1>.', 'See https://example.org/1.'],
  ['a list', '- one\n- two\n\n      code', '- one\n- two\n      code'],
  ['a numbered list', '3. one\n4. two', '3. one\n4. two'],
  ['a nested list', '- one\n  - two', '- one\n  - two'],
  ['a table', '| a | b |\n|---|---|\n| long | 1 |', 'a     b\nlong  1'],
  ['a note', '<Note title="On macOS">\n\nUse `clang`.\n\n</Note>', '  On macOS\n\n  Use `clang`.'],
  ['a quotation', '> Upstream says no.', '  Upstream says no.'],
])('%s', (_name, markdown, text) => {
  expect(shown(markdown)).toBe(text);
});

test('a paragraph and a list item are wrapped at 80 columns', () => {
  const words = 'word '.repeat(20).trim();
  const lines = shown(`${words}\n\n- ${words}`).split('\n');
  expect(lines).toEqual([
    'word '.repeat(16).trim(),
    'word '.repeat(4).trim(),
    '',
    `- ${'word '.repeat(15).trim()}`,
    `  ${'word '.repeat(5).trim()}`,
  ]);
});

test('a table wider than 80 columns becomes a list', () => {
  const cell = 'x'.repeat(50);
  expect(shown(`| a | b |\n|---|---|\n| ${cell} | ${cell} |`)).toBe(`- a: ${cell}\n  b: ${cell}`);
});
