import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageIds } from '../../../../src/content/validate/anchors.ts';
import { validateArticle } from '../../../../src/content/validate/validate-article.ts';

// What articles may contain is tested with the files in tests/fixtures/articles.

test('lists anchors and links', () => {
  const text = [
    '## Cause',
    '',
    'See [what to do](#what-to-do), [a similar error](../demo-hang/) and [the issue][1].',
    '',
    '### On `Windows`',
    '',
    '### On Windows',
    '',
    '[1]: https://a.example/',
  ].join('\n');
  expect(validateArticle(text)).toEqual({
    violations: [],
    hasComponents: false,
    anchors: [
      { name: 'cause', line: 1 },
      { name: 'on-windows', line: 5 },
      { name: 'on-windows-1', line: 7 },
    ],
    links: [
      { line: 3, to: '#what-to-do' },
      { line: 3, to: '../demo-hang/' },
      { line: 9, to: 'https://a.example/' },
    ],
  });
});

test('detects components', () => {
  const text = '<Note title="On Windows">\n\nThe `t`.\n\n</Note>\n';
  expect(validateArticle(text)).toMatchObject({ violations: [], hasComponents: true });
});

test('reports each violation with its line', () => {
  const { violations } = validateArticle('{a}\n\nfine\n\n<b>x</b>\n');
  expect(violations.map(({ line }) => line)).toEqual([1, 5]);
});

test('reports MDX that does not parse with the line of the parser', () => {
  expect(validateArticle('One.\n\nTwo {').violations).toMatchObject([
    { line: 3, expected: 'plain text; put code, < and { in backticks' },
  ]);
});

test('rejects an image by reference', () => {
  expect(validateArticle('![stack][1]\n\n[1]: https://a.example/stack.png').violations).toEqual([
    {
      line: 1,
      found: 'an image',
      expected: 'text, code, tables and links: pictures are not supported',
    },
  ]);
});

test('rejects more than 40,000 characters', () => {
  expect(validateArticle('x'.repeat(40_001)).violations).toEqual([
    { line: 1, found: '40001 characters', expected: 'at most 40000' },
  ]);
});

describe('ids of the page', () => {
  test.each([
    ['### main', true],
    ['### Start', true],
    ['#### Facts title', true],
    ['### Facts', false],
    ['### Main loop', false],
  ])('%s is rejected as a heading: %s', (heading, isRejected) => {
    expect(validateArticle(heading).violations.length > 0).toBe(isRejected);
  });

  test('include every id in a component', () => {
    const root = path.resolve(import.meta.dirname, '../../../../src');
    const ids = globSync('**/*.astro', { cwd: root }).flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(
        ([, id]) => id,
      ),
    );
    expect([...new Set(ids)].sort()).toEqual([...pageIds].sort());
  });
});

describe('bounds headings and words, which make a page as wide as they are', () => {
  const long = 'x'.repeat(161);

  test.each([
    ['a heading', `## ${'Long '.repeat(20)}ago`, 'a heading of 103 characters', 'at most 100'],
    [
      'a heading of characters in references',
      `## ${'&#97;'.repeat(101)}`,
      'a heading of 101 characters',
      'at most 100',
    ],
    ['a word', `One ${long} two.`, 'a word of 161 characters', 'at most 160'],
    ['a word in code', `One \`${long}\` two.`, 'a word of 161 characters', 'at most 160'],
    [
      'a word of several nodes',
      `One ${'**x**y'.repeat(81)} two.`,
      'a word of 162 characters',
      'at most 160',
    ],
    [
      'the text of a link',
      `[${long}](https://a.example/)`,
      'a word of 161 characters',
      'at most 160',
    ],
    ['a word of a table', `| a |\n| - |\n| ${long} |`, 'a word of 161 characters', 'at most 160'],
    ['headings', '## A\n\n'.repeat(25), '25 headings', 'at most 24'],
  ])('%s', (_name, text, found, expected) => {
    expect(validateArticle(text).violations).toContainEqual(
      expect.objectContaining({ found, expected }),
    );
  });

  test.each([
    ['a heading of 100 characters', `## ${'Long '.repeat(19)}ago.x`],
    ['a word of 160 characters', `One ${'x'.repeat(160)} two.`],
    ['a long line of code', `\`\`\`text\n${long}\n\`\`\``],
    ['a long paragraph in Chinese', '编译扩展模块时找不到头文件，请安装。'.repeat(20)],
    ['a link with a long address', `[here](https://a.example/${'x'.repeat(200)})`],
    ['24 headings', Array.from({ length: 24 }, (_, index) => `## A ${index}\n\n`).join('')],
  ])('accepts %s', (_name, text) => {
    expect(validateArticle(text).violations).toEqual([]);
  });
});
