import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readTextFragment,
  writeTextFragment,
} from '../../../../src/client/shared/text-fragment.ts';

test('reads back any text from its fragment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readTextFragment(writeTextFragment(text))).toBe(text.toWellFormed());
    }),
  );
});

test('ignores other fragments and broken encodings', () => {
  expect(readTextFragment('#cause')).toBeUndefined();
  expect(readTextFragment('#paste=%E0%A4%A')).toBeUndefined();
});
