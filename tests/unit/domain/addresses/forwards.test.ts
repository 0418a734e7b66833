import { describe, expect, test } from 'vitest';
import {
  chooseForwardFiles,
  forwardsOf,
  type Forward,
  type ForwardedArticle,
} from '../../../../src/domain/addresses/forwards.ts';

const article = (slug: string, own: Partial<ForwardedArticle>): ForwardedArticle => ({
  slug,
  id: 'KF-0001',
  aliases: [],
  upstream: [],
  signatures: [],
  ...own,
});

const issue = (number: number, kind: ForwardedArticle['upstream'][number]['kind'] = 'issue') => ({
  kind,
  url: `https://github.com/a/b/issues/${number}`,
});

const paths = (forwards: readonly Forward[]) => forwards.map(({ path }) => path);

test('forwards permalinks, earlier slugs, upstream addresses and messages to every article they belong to', () => {
  const forwards = forwardsOf([
    article('one', {
      aliases: ['uno'],
      upstream: [issue(1)],
      signatures: ['Acquisition count is <n>', 'at <n>'],
    }),
    article('two', {
      id: 'KF-0002',
      upstream: [issue(1), issue(1), { kind: 'docs', url: 'https://numpy.org/doc/' }],
      signatures: ['Acquisition count is -1'],
    }),
  ]);
  const shared = { slugs: ['one', 'two'], localized: false, essential: true };
  expect(forwards).toEqual([
    { path: '/KF-0001/', slugs: ['one'], localized: true, essential: true },
    { path: '/articles/uno/', slugs: ['one'], localized: true, essential: true },
    { path: '/github.com/a/b/issues/1/', ...shared },
    { path: '/KF-0002/', slugs: ['two'], localized: true, essential: true },
    { path: '/e/1/44778c6fa2d48f76/', ...shared },
  ]);
});

test('forwards a published address of a message that no signature has any longer', () => {
  const path = '/e/1/44778c6fa2d48f76/';
  const forwards = forwardsOf([article('one', { aliases: ['uno'] })], new Map([[path, ['uno']]]));
  expect(forwards.at(-1)).toEqual({ path, slugs: ['one'], localized: false, essential: false });
});

describe('essential are', () => {
  const essentialOf = (...articles: ForwardedArticle[]) =>
    paths(forwardsOf(articles).filter(({ localized, essential }) => essential && !localized));

  test('the first thread about the fault, in the order of the facts', () => {
    const upstream = [
      issue(1, 'related'),
      issue(2, 'fix'),
      { kind: 'issue' as const, url: 'https://bugs.python.org/issue1' },
      issue(3, 'downstream'),
      issue(4, 'change'),
      issue(5, 'issue'),
    ];
    expect(essentialOf(article('one', { upstream }))).toEqual(['/github.com/a/b/issues/2/']);
  });

  test('no messages of a single article', () => {
    expect(essentialOf(article('one', { signatures: ['Memory view is broken'] }))).toEqual([]);
  });

  test('addresses that several articles share', () => {
    const upstream = [issue(1, 'related'), issue(2, 'related')];
    const first = article('one', { upstream });
    expect(essentialOf(first)).toEqual([]);
    expect(essentialOf(first, article('two', { upstream: [issue(2, 'docs')] }))).toEqual([
      '/github.com/a/b/issues/2/',
    ]);
  });
});

describe('with 10 other files', () => {
  const forward = (path: string, localized: boolean, essential: boolean): Forward => ({
    path,
    slugs: ['one'],
    localized,
    essential,
  });
  const forwards = [
    forward('/KF-0001/', true, true),
    forward('/github.com/a/b/issues/1/', false, true),
    forward('/github.com/a/b/issues/2/', false, false),
    forward('/e/1/0123456789abcdef/', false, false),
  ];
  const all = paths(forwards);

  test.each([
    [1_000, all, []],
    // The permalink exists in two languages.
    [15, all, []],
    [14, all.slice(0, 2), all.slice(2)],
    [11, all.slice(0, 2), all.slice(2)],
    [0, all.slice(0, 2), all.slice(2)],
  ])('and a maximum of %i, the right addresses are files', (maxFiles, written, unwritten) => {
    const chosen = chooseForwardFiles(forwards, 10, maxFiles);
    expect(paths(chosen.written)).toEqual(written);
    expect(paths(chosen.unwritten)).toEqual(unwritten);
  });
});
