import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build, root } from '../support/built-site.ts';
import { projectCopy } from '../support/project-copy.ts';

test('a page shows what stood upstream at the last look, and its day, in both languages', async () => {
  const workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  onTestFinished(() => rmSync(workshop, { recursive: true }));
  const record = {
    checked: '2026-01-02',
    addresses: {
      // Older than the article's revision: its own word counts.
      'https://github.com/example/demo/issues/1': { state: 'open' },
      'https://github.com/example/demo/issues/2': {
        state: 'closed',
        closed: '2026-03-01',
        checked: '2026-03-04',
      },
    },
    packages: {},
  };
  writeFileSync(path.join(workshop, 'content/upstream.json'), JSON.stringify(record));

  const { code, output } = await build({ cwd: workshop });
  expect(code, output).toBe(0);
  const textOf = (file: string) =>
    readFileSync(path.join(workshop, 'dist', file, 'index.html'), 'utf8')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  expect(textOf('articles/demo-hang')).toContain(
    'example/demo#2 issue · closed Last checked on 2026-03-04',
  );
  expect(textOf('zh/articles/demo-hang')).toContain(
    'example/demo#2 issue · 已关闭 最近核对：2026-03-04',
  );
  expect(textOf('articles/demo-crash')).toContain('example/demo#1 issue · closed');
  expect(textOf('articles/demo-crash')).not.toContain('Last checked');
  const api = JSON.parse(
    readFileSync(path.join(workshop, 'dist/api/v1/articles/KF-9002.json'), 'utf8'),
  );
  expect(api.upstream[0].state).toBe('open');
});

test('a file of a command that is wrong stops the build with one clear line', async () => {
  const workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  onTestFinished(() => rmSync(workshop, { recursive: true }));
  writeFileSync(
    path.join(workshop, 'content/upstream.json'),
    JSON.stringify({ checked: 'today', addresses: {}, packages: {} }),
  );
  const { code, output } = await build({ cwd: workshop });
  expect(code).not.toBe(0);
  expect(output).toContain(
    'content/upstream.json checked: found "today"; allowed: a date such as 2026-11-21',
  );
  expect(output).not.toMatch(/Stack trace|Hint|^\s+at /m);
});
