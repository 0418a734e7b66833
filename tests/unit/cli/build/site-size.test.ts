import { describe, expect, test } from 'vitest';
import { hostWarnings } from '../../../../src/cli/build/host-limits.ts';
import { siteSize, sumSizes } from '../../../../src/cli/build/site-size.ts';
import { folderWith } from '../../../support/folder.ts';

test('the files of a site are added up by what they are for, translations included', async () => {
  const folder = folderWith({
    'index.html': 'four',
    'zh/index.html': 'four',
    'articles/some-fault/index.html': 'an article',
    'zh/articles/some-fault/index.html': '一篇文章',
    'KF-0001/index.html': 'forward',
    'github.com/numpy/numpy/issues/1/index.html': 'forward',
    'e/1/0123456789abcdef/index.html': 'forward',
    'cards/KF-0001.png': 'png',
    'badge/KF-0001.svg': 'svg',
    'pagefind/index/en_1.pf_index': 'words',
    'api/v1/articles.json': '[]',
    'api/index.html': 'how to use it',
  });
  expect(await siteSize(folder)).toEqual({
    files: 12,
    bytes: 77,
    largest: { path: 'api/index.html', bytes: 13 },
    groups: [
      { name: 'articles', files: 2, bytes: 22 },
      { name: 'forwarding addresses', files: 3, bytes: 21 },
      { name: 'cards and badges', files: 2, bytes: 6 },
      { name: 'full-text index', files: 1, bytes: 5 },
      { name: 'API', files: 1, bytes: 2 },
      { name: 'everything else', files: 3, bytes: 21 },
    ],
  });
});

describe('warnings about hosts', () => {
  const site = { ...sumSizes([{ path: 'index.html', bytes: 1 }]), files: 100, bytes: 1e6 };

  test.each([
    ['a small site', {}, []],
    ['just below four fifths of a limit', { files: 15_999 }, []],
    [
      'near a limit',
      { files: 16_000 },
      ['16,000 files: near the limit of Cloudflare Pages on the free plan, 20,000 files.'],
    ],
    [
      'at a limit',
      { files: 20_000 },
      ['20,000 files: near the limit of Cloudflare Pages on the free plan, 20,000 files.'],
    ],
    [
      'over one limit and near the next',
      { files: 90_000 },
      [
        '90,000 files: over the limit of Cloudflare Pages on the free plan, 20,000 files.',
        '90,000 files: near the limit of Cloudflare Pages on a paid plan, 100,000 files.',
      ],
    ],
    ['a large site', { bytes: 1.2e9 }, ['1,200 MB: over the limit of GitHub Pages, 1,073.7 MB.']],
    [
      'a large file',
      { largest: { path: 'api/v1/articles.json', bytes: 25e6 } },
      ['api/v1/articles.json, 25 MB: near the limit of Cloudflare Pages for one file, 26.2 MB.'],
    ],
  ])('%s', (_, size, warnings) => {
    expect(hostWarnings({ ...site, ...size })).toEqual(warnings);
  });
});
