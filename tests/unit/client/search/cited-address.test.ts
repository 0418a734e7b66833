import { expect, test } from 'vitest';
import { readCitedAddress } from '../../../../src/client/search/cited-address.ts';

test.each([
  ['https://github.com/cython/cython/issues/6434', 'cython/cython#6434'],
  ['http://github.com/cython/cython/issues/6434/', 'cython/cython#6434'],
  ['github.com/cython/cython/pull/6436/files?w=1#issuecomment-1', 'cython/cython#6436'],
  ['  https://gitlab.com/group/sub/demo/-/merge_requests/7 \n', 'group/sub/demo!7'],
])('%j is the upstream address %s', (text, label) => {
  expect(readCitedAddress(text)?.label).toBe(label);
});

test.each([
  'cython crash',
  'https://github.com/cython/cython',
  'see https://github.com/cython/cython/issues/6434',
  'https://example.org/issues/1',
  'github.com/cython/cython/issues/6434\ngithub.com/cython/cython/issues/6435',
])('%j is not an upstream address', (text) => {
  expect(readCitedAddress(text)).toBeUndefined();
});
