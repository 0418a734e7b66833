import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import path from 'node:path';
import { pageAnchors } from '../../../../src/content/validate/anchors.ts';
import { validateArticle } from '../../../../src/content/validate/validate-article.ts';

// What an article may hold and what not, one case a file, stands in tests/fixtures/articles.

test('a text is told by where it leads, what it shows and what a link to it may name', () => {
  const text = [
    '## Cause',
    '',
    'See [the way out](#what-to-do), [its neighbor](../demo-hang/) and [that][1].',
    '',
    '![The stack](./stack.png)',
    '',
    '### On `Windows`',
    '',
    '### On Windows',
    '',
    '[1]: https://a.example/',
  ].join('\n');
  expect(validateArticle(text)).toEqual({
    refusals: [],
    hasComponents: false,
    anchors: [
      { name: 'cause', line: 1 },
      { name: 'on-windows', line: 7 },
      { name: 'on-windows-1', line: 9 },
    ],
    links: [
      { line: 3, to: '#what-to-do' },
      { line: 3, to: '../demo-hang/' },
      { line: 11, to: 'https://a.example/' },
    ],
    pictures: [{ line: 5, to: 'stack.png' }],
  });
});

test('a note makes it MDX', () => {
  const { refusals, hasComponents } = validateArticle(
    '<Note title="On Windows">\n\nThe `t`.\n\n</Note>\n',
  );
  expect({ refusals, hasComponents }).toEqual({ refusals: [], hasComponents: true });
});

test('each mistake is told on its own line', () => {
  const lines = validateArticle('{a}\n\nfine\n\n<b>x</b>\n').refusals.map(({ line }) => line);
  expect(lines).toEqual([1, 5]);
});

test('MDX that does not parse is told with the parser’s line', () => {
  expect(validateArticle('One.\n\nTwo {').refusals).toMatchObject([
    { line: 3, allowed: 'plain text; put code, < and { in backticks' },
  ]);
});

test('a text of more than 40,000 characters is not read', () => {
  expect(validateArticle('x'.repeat(40_001)).refusals).toEqual([
    { line: 1, found: '40001 characters', allowed: 'at most 40000' },
  ]);
});

describe('no heading takes an anchor of the page', () => {
  const root = path.resolve(import.meta.dirname, '../../../../src');
  const ids = globSync('**/*.astro', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(
      ([, id]) => id,
    ),
  );

  test('every id that a component writes is known', () => {
    expect(ids.length).toBeGreaterThan(10);
    expect([...new Set(ids)].sort()).toEqual([...pageAnchors].sort());
  });

  test.each([...pageAnchors])('#%s', (id) => {
    expect(validateArticle(`### ${id}\n`).refusals).toEqual([
      {
        line: 1,
        found: `the heading #${id}`,
        allowed: 'a heading that the page does not have yet',
      },
    ]);
  });
});
