import { expect, test } from 'vitest';
import { truncate } from '../../../../src/domain/text/truncate.ts';

test.each([
  ['keeps a text of the maximum length', 'abcde', 'abcde'],
  ['cuts a longer text', 'abcdef', 'abcde...'],
  ['counts a surrogate pair as one', 'abcd😀', 'abcd😀'],
  ['does not split a surrogate pair', 'abcd😀f', 'abcd😀...'],
])('%s', (_, text, expected) => {
  expect(truncate(text, 5)).toBe(expected);
});
