import { expect, test } from 'vitest';
import { isOutput, isPaste, isQuestion } from '../../../../src/client/search/query-text.ts';

test.each([
  ['', false],
  ['n', false],
  [' np ', false],
  ['ldd', true],
  ['崩', false],
  ['崩溃', true],
])('%j is long enough to be answered: %s', (text, expected) => {
  expect(isQuestion(text)).toBe(expected);
});

test.each([
  ['numpy crash', false],
  ['KF-0001', false],
  ['https://github.com/cython/cython/issues/6434', false],
  ['std::bad_alloc', false],
  ["KeyError: 'total'", true],
  ['ImportError DLL load failed', true],
  ['one\ntwo', true],
])('%j was printed by a program: %s', (text, expected) => {
  expect(isOutput(text)).toBe(expected);
});

test('a text is a paste if it has several lines, or too many letters for an address', () => {
  expect(isPaste('one\n')).toBe(false);
  expect(isPaste('one\ntwo')).toBe(true);
  expect(isPaste('x'.repeat(501))).toBe(true);
});
