import { expect, test } from 'vitest';
import { quantileShades } from '../../../src/site/quantile-shades.ts';

test.each([
  ['close to each other', [7, 8, 9, 10, 10, 0], [1, 2, 3, 4, 4, 0]],
  ['far apart', [1, 1, 2, 5, 90], [1, 1, 2, 3, 4]],
  ['all the same', [3, 3], [4, 4]],
  ['of more than four kinds', [1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 2, 2, 3, 3, 4, 4]],
  ['none', [0], [0]],
])('counts that are %s use the shades of the table', (_, counts, shades) => {
  expect(counts.map(quantileShades(counts))).toEqual(shades);
});
