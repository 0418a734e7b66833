import { expect, test } from 'vitest';
import type { Forward } from '../../../../src/domain/addresses/forwards.ts';
import { forwardFiles } from '../../../../src/integrations/forwards/forward-files.ts';
import type { ForwardTarget } from '../../../../src/integrations/forwards/forward-page.ts';

const target = (slug: string, id: string): [string, ForwardTarget] => [
  slug,
  {
    slug,
    facts: { id, cause: 'defect', status: 'fixed', symptom: 'crash' },
    project: { name: 'Demo' },
    in: (locale) => ({ title: `${slug} ${locale}`, summary: '', fix: { text: '' }, locale }),
  },
];

const targets = new Map([target('one', 'KF-0001'), target('two', 'KF-0002')]);

const forward = (path: string, slug: string, localized = false): Forward => ({
  path,
  slugs: [slug],
  localized,
  essential: true,
});

const filesOf = (written: Forward[], unwritten: Forward[]) => {
  const site = { origin: 'https://faults.example', base: '', scripts: ['/forward.js'] };
  const files = forwardFiles({ written, unwritten }, targets, site);
  return new Map([...files].map(({ file, text }) => [file, text]));
};

test('an address of a language has a file per language, all others have one', () => {
  const files = filesOf(
    [forward('/KF-0001/', 'one', true), forward('/github.com/a/b/issues/1/', 'one')],
    [],
  );
  expect([...files.keys()]).toEqual([
    '_redirects',
    'KF-0001/index.html',
    'zh/KF-0001/index.html',
    'github.com/a/b/issues/1/index.html',
  ]);
  expect(files.get('zh/KF-0001/index.html')).toContain('<title>one zh</title>');
  expect(files.get('github.com/a/b/issues/1/index.html')).toContain('<title>one en</title>');
});

test('messages without a file are looked up by the first digits of their hashes', () => {
  const files = filesOf(
    [],
    [
      forward('/e/1/aa00000000000000/', 'one'),
      forward('/e/1/aa11111111111111/', 'two'),
      forward('/e/2/bb00000000000000/', 'two'),
      forward('/github.com/a/b/issues/1/', 'one'),
    ],
  );
  expect([...files.keys()]).toEqual(['_redirects', 'e/1/aa.json', 'e/2/bb.json']);
  expect(JSON.parse(files.get('e/1/aa.json') ?? '')).toEqual({
    '/e/1/aa00000000000000/': ['KF-0001'],
    '/e/1/aa11111111111111/': ['KF-0002'],
  });
});

test('an address without a file redirects to a language-neutral one of its article, or else to the article', () => {
  const files = filesOf(
    [forward('/KF-0001/', 'one', true), forward('/github.com/a/b/issues/1/', 'one')],
    [forward('/github.com/a/b/issues/2/', 'one'), forward('/e/1/aa00000000000000/', 'two')],
  );
  expect(files.get('_redirects')?.split('\n').slice(0, 2)).toEqual([
    '/github.com/a/b/issues/2/ /github.com/a/b/issues/1/ 302',
    '/e/1/aa00000000000000/ /articles/two/ 302',
  ]);
});
