import { expect, test } from 'vitest';
import { neutralAddress } from '../../../../src/domain/addresses/neutral-addresses.ts';

test.each([
  ['/zh/github.com/a/b/issues/1/', '/github.com/a/b/issues/1/?lang=zh'],
  ['/zh/GitHub.com/A/b/1', '/GitHub.com/A/b/1?lang=zh'],
  ['/zh/gitlab.com/a/b/-/issues/1/', '/gitlab.com/a/b/-/issues/1/?lang=zh'],
  ['/zh/e/1/0123456789abcdef/', '/e/1/0123456789abcdef/?lang=zh'],
  ['/zh/badge/KF-0001.svg', '/badge/KF-0001.svg?lang=zh'],
  ['/github.com/a/b/issues/1/', undefined],
  ['/en/github.com/a/b/issues/1/', undefined],
  ['/zh/KF-0001/', undefined],
  ['/zh/example/', undefined],
  ['/zh/', undefined],
  ['/', undefined],
])('the language-neutral form of %s is %s', (path, expected) => {
  expect(neutralAddress(path)).toBe(expected);
});
