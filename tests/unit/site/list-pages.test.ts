import { describe, expect, test } from 'vitest';
import { divideIntoPages, linkedPages, sectionStarts } from '../../../src/site/list-pages.ts';

/** Returns a list whose sections have these numbers of rows: `a1` to `a3`, `b1` and so on. */
const listOf = (sizes: Record<string, number>) =>
  Object.entries(sizes).map(([id, size]) => ({
    id,
    rows: Array.from({ length: size }, (_, index) => `${id}${index + 1}`),
  }));

describe('a list on pages of three rows', () => {
  test.each([
    ['without rows has one page', {}, [[]]],
    ['on one page is not divided', { a: 1, b: 2 }, [['a: a1', 'b: b1 b2']]],
    ['ends with a page that is not full', { a: 4 }, [['a: a1 a2 a3'], ['a continued: a4']]],
    [
      'goes on with the next section where one ends with a page',
      { a: 3, b: 1 },
      [['a: a1 a2 a3'], ['b: b1']],
    ],
    [
      'continues a section on several pages',
      { a: 2, b: 5, c: 1 },
      [['a: a1 a2', 'b: b1'], ['b continued: b2 b3 b4'], ['b continued: b5', 'c: c1']],
    ],
    ['leaves out sections without rows', { a: 0, b: 1, c: 0 }, [['b: b1']]],
  ])('%s', (_, sizes, expected) => {
    const pages = divideIntoPages(listOf(sizes), 3);
    expect(
      pages.map((sections) =>
        sections.map(
          ({ id, rows, isContinued }) =>
            `${id}${isContinued ? ' continued' : ''}: ${rows.join(' ')}`,
        ),
      ),
    ).toEqual(expected);
  });

  test('names the page and the size of each section', () => {
    const pages = divideIntoPages(listOf({ a: 2, b: 5, c: 1 }), 3);
    expect(sectionStarts(pages)).toMatchObject([
      { id: 'a', total: 2, page: 1 },
      { id: 'b', total: 5, page: 1 },
      { id: 'c', total: 1, page: 3 },
    ]);
  });
});

test('a page has fifty rows', () => {
  expect(divideIntoPages(listOf({ a: 50 }))).toHaveLength(1);
  expect(divideIntoPages(listOf({ a: 51 }))).toHaveLength(2);
});

describe('a page links', () => {
  test.each([
    [1, 2, '1 2'],
    [1, 4, '1 2 3 4'],
    [1, 5, '1 2 … 5'],
    [3, 5, '1 2 3 4 5'],
    [4, 7, '1 2 3 4 5 6 7'],
    [5, 9, '1 … 4 5 6 … 9'],
    [50, 100, '1 … 49 50 51 … 100'],
    [99, 100, '1 … 98 99 100'],
    [100, 100, '1 … 99 100'],
  ])('from page %i of %i: %3$s', (current, count, expected) => {
    const linked = linkedPages(current, count).map((page) => page ?? '…');
    expect(linked.join(' ')).toBe(expected);
  });
});
