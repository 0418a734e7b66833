import { expect, test } from 'vitest';
import {
  formatBounds,
  isWithinBounds,
  readBounds,
} from '../../../../src/domain/versions/version-bounds.ts';

test.each([
  ['>=2.2', { from: '2.2' }],
  ['<2.0', { before: '2.0' }],
  ['>=1.26,<2.2', { from: '1.26', before: '2.2' }],
  ['<2.2, >=1.26', { from: '1.26', before: '2.2' }],
])('reads %s', (text, bounds) => {
  expect(readBounds('PyPI', text)).toEqual(bounds);
  expect(readBounds('PyPI', formatBounds(bounds))).toEqual(bounds);
});

test.each([
  '',
  '2.2',
  '==2.2',
  '<=2.2',
  '>2',
  '~=2.2',
  '>=2,>=3',
  '>=2.2,<2.2',
  '>=3,<2',
  '>=x',
  '>=1,<2,<3',
])('refuses %j', (text) => {
  expect(readBounds('PyPI', text)).toBeUndefined();
});

test('reads the versions of the ecosystem', () => {
  expect(readBounds('crates.io', '>=0.22.0')).toEqual({ from: '0.22.0' });
  expect(readBounds('crates.io', '>=0.22')).toBeUndefined();
});

test.each([
  ['1.26', true],
  ['2.2.0rc1', true],
  ['2.2.0', false],
  ['1.25.2', false],
])('%s in >=1.26,<2.2: %s', (version, isWithin) => {
  expect(isWithinBounds('PyPI', { from: '1.26', before: '2.2' }, version)).toBe(isWithin);
});
