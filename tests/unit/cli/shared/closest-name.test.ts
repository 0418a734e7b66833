import { expect, test } from 'vitest';
import { closestName } from '../../../../src/cli/shared/closest-name.ts';

test('a longer name that begins as typed comes before a similar one', () => {
  const slugs = ['cython-unit', 'cython-ufunc-cimport-numpy-crash-on-import'];
  expect(closestName('cython-ufun', slugs)).toBe(slugs[1]);
});

const names = ['diagnose', 'run', 'audit', 'show', 'address'];

test.each([
  ['diagnos', 'diagnose'],
  ['Diagnose', 'diagnose'],
  ['daignose', 'diagnose'],
  ['adress', 'address'],
  ['adit', 'audit'],
  ['shwo', 'show'],
  ['rnu', undefined],
  ['compile', undefined],
  ['', undefined],
])('%j probably stands for %s', (typed, name) => {
  expect(closestName(typed, names)).toBe(name);
});
