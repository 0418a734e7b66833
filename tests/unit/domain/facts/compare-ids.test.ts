import { expect, test } from 'vitest';
import { compareIds } from '../../../../src/domain/facts/compare-ids.ts';

test('orders ids by number, not by character', () => {
  expect(['KF-10000', 'KF-9999', 'KF-0001'].sort(compareIds)).toEqual([
    'KF-0001',
    'KF-9999',
    'KF-10000',
  ]);
});
