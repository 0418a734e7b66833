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
