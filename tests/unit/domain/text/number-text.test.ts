import { expect, test } from 'vitest';
import {
  decodeNumbers,
  encodeNumbers,
  fromGaps,
  toGaps,
} from '../../../../src/domain/text/number-text.ts';

test.each([[[]], [[0]], [[0, 35, 36, 2 ** 26 - 1]]])('restores %j', (numbers) => {
  expect(decodeNumbers(encodeNumbers(numbers))).toEqual(numbers);
  expect(fromGaps(toGaps(numbers))).toEqual(numbers);
});
