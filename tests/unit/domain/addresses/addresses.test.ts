import { describe, expect, test } from 'vitest';
import {
  localizedPath,
  messageAddresses,
  messageLookupPath,
  upstreamPath,
} from '../../../../src/domain/addresses/addresses.ts';
import {
  isUpstreamAddress,
  numberEnding,
  trackerKey,
  upstreamLabel,
} from '../../../../src/domain/upstream/tracker-address.ts';

test.each([
  ['/articles/x/', 'en', '/articles/x/'],
  ['/articles/x/', 'zh', '/zh/articles/x/'],
  ['/', 'zh', '/zh/'],
] as const)('%s in %s is %s', (path, locale, expected) => {
  expect(localizedPath(path, locale)).toBe(expected);
});

test.each([
  ['https://github.com/cython/cython/issues/6434', '/github.com/cython/cython/issues/6434/'],
  ['https://github.com/cython/cython/pull/6436/', '/github.com/cython/cython/pull/6436/'],
  ['https://gitlab.com/libeigen/eigen/-/issues/2506', '/gitlab.com/libeigen/eigen/-/issues/2506/'],
  [
    'https://gitlab.com/group/sub/project/-/merge_requests/7',
    '/gitlab.com/group/sub/project/-/merge_requests/7/',
  ],
  ['https://github.com/cython/cython/blob/master/README.md', undefined],
  ['https://bugs.python.org/issue1', undefined],
  ['https://github.com.evil.example/cython/cython/issues/1', undefined],
  ['not an address', undefined],
])('%s is mirrored at %s', (address, expected) => {
  expect(upstreamPath(address)).toBe(expected);
});

test.each([
  ['https://github.com/cython/cython/issues/6434', 'cython/cython#6434'],
  ['https://gitlab.com/group/sub/project/-/issues/12', 'group/sub/project#12'],
  ['https://gitlab.com/group/sub/project/-/merge_requests/7', 'group/sub/project!7'],
  ['https://docs.python.org/3/c-api/init.html', 'docs.python.org/3/c-api/init.html'],
  ['https://cython.org/', 'cython.org'],
])('%s is labeled %s', (address, label) => {
  expect(upstreamLabel(address)).toBe(label);
});

test.each([
  'http://github.com/a/b/issues/1',
  'javascript:alert(1)',
  'https://user:pass@github.com/a/b',
  'https://github.com:8443/a/b',
  'https://github.com/a/b?tab=readme',
  'https://localhost/a',
  'data:text/html,x',
  '//github.com/a/b',
  '',
])('%j is not an upstream address', (address) => {
  expect(isUpstreamAddress(address)).toBe(false);
});

test('the lookup of a message has the first two digits of its hash', () => {
  expect(messageLookupPath('/e/1/44778c6fa2d48f76/')).toBe('/e/1/44.json');
  expect(messageLookupPath('/e/12/0ccc610c3216d3cd/')).toBe('/e/12/0c.json');
});

describe('a published address of a message', () => {
  const broken = '/e/1/0ccc610c3216d3cd/';
  const counted = '/e/1/44778c6fa2d48f76/';
  const articles = [
    { slug: 'one', aliases: ['uno'], signatures: ['Memory view is broken'] },
    { slug: 'two', aliases: [], signatures: [{ line: 'Memory view is broken', with: ['thread'] }] },
  ];

  test.each<[string, string[], object]>([
    ['that no signature has any longer leads to its article', ['two'], { [counted]: ['two'] }],
    ['leads to the article that its article became', ['uno', 'one'], { [counted]: ['one'] }],
    ['of an article that does not exist is left out', ['three'], {}],
  ])('%s', (_name, slugs, expected) => {
    const addresses = messageAddresses(articles, new Map([[counted, slugs]]));
    expect(Object.fromEntries(addresses)).toEqual({ [broken]: ['one', 'two'], ...expected });
  });

  test('whose message moved leads to the articles that have it now', () => {
    const addresses = messageAddresses(articles.slice(1), new Map([[broken, ['one']]]));
    expect(Object.fromEntries(addresses)).toEqual({ [broken]: ['two'] });
  });
});

test.each([
  ['/github.com/cython/cython/issues/6434/', 'github.com/cython/cython/6434'],
  ['/github.com/cython/cython/issues/6434', 'github.com/cython/cython/6434'],
  ['/GitHub.com/Cython/CYTHON/Issues/6434/', 'github.com/cython/cython/6434'],
  ['/github.com/cython/cython/6434', 'github.com/cython/cython/6434'],
  ['/github.com/cython/cython/pull/6434/files', 'github.com/cython/cython/6434'],
  ['/https:/github.com/cython/cython/issue/6434', 'github.com/cython/cython/6434'],
  ['/https://www.github.com/cython/cython/pulls/6434/', 'github.com/cython/cython/6434'],
  ['/gitlab.com/Group/Sub/Project/-/issues/12', 'gitlab.com/group/sub/project/issues/12'],
  ['/gitlab.com/group/project/issues/12/', 'gitlab.com/group/project/issues/12'],
  ['/gitlab.com/group/project/-/work_items/12', 'gitlab.com/group/project/issues/12'],
  [
    '/https://gitlab.com/group/project/-/merge_requests/7/diffs',
    'gitlab.com/group/project/merge_requests/7',
  ],
  ['/gitlab.com/project/-/issues/12', undefined],
  ['/codeberg.org/a/b/issues/12', undefined],
  ['/github.com/cython/cython/issues/', undefined],
  ['/github.com/cython/6434', undefined],
  ['/articles/6434/', undefined],
])('%s after our host has the tracker key %s', (path, key) => {
  expect(trackerKey(path)).toBe(key);
});

test.each([
  ['github.com/cython/cython/6434', '34'],
  ['github.com/cython/cython/7', '07'],
  ['gitlab.com/group/project/issues/100', '00'],
])('the number of %s ends in %s', (key, digits) => {
  expect(numberEnding(key)).toBe(digits);
});
