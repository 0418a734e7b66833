import { expect, test } from 'vitest';
import { lateDates } from '../../../../src/domain/facts/late-dates.ts';

const TODAY = '2028-02-28';

test('accepts days until tomorrow, which has begun in the east', () => {
  expect(lateDates(['1999-12-31', TODAY, '2028-02-29'], TODAY)).toEqual([]);
});

test('reports later days wherever they are, with their path', () => {
  const data = { checked: TODAY, list: [{ day: '2028-03-01' }], last: { on: '9999-12-31' } };
  const expected = 'a date that is not in the future (today is 2028-02-28)';
  expect(lateDates(data, TODAY)).toEqual([
    { path: ['list', 0, 'day'], found: '"2028-03-01"', expected },
    { path: ['last', 'on'], found: '"9999-12-31"', expected },
  ]);
});

test('ignores text that only contains a date, and values that are not text', () => {
  expect(lateDates({ title: 'Fails since 9999-12-31', n: 99991231, no: null }, TODAY)).toEqual([]);
});
