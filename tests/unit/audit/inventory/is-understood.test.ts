import { expect, test } from 'vitest';
import { isUnderstood } from '../../../../src/audit/inventory/is-understood.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';

const list = (...rows: string[]) => ['Package Version', '------- -------', ...rows].join('\n');

test.each([
  ['a list', list('numpy 2.0.0'), true],
  ['an interpreter without packages', 'Python 3.13.1', true],
  ['nothing', '', false],
  ['a list without packages', list('?? !!'), false],
  ['a list with one strange line', list('numpy 2.0.0', 'scipy 1.11.0', '?? !!'), true],
  [
    'a list with mostly strange lines',
    list('numpy 2.0.0', ...Array<string>(9).fill('?? !!')),
    false,
  ],
  ['a lock file with a syntax error', '[[package]]\nname = "numpy\nversion = 1', false],
])('%s', (_, text, expected) => {
  expect(isUnderstood(readInventory([{ text }]))).toBe(expected);
});
