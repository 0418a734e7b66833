import { expect, test } from 'vitest';
import { closestName } from '../../../../src/cli/shared/closest-name.ts';

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
