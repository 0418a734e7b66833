/** Number of shades besides none. */
const SHADES = 4;

/**
 * Returns a function from a count to its shade, 0 for none and 1 to 4 by the quantile of the count among the distinct
 * counts of a table, so that a table has light and dark cells whatever its numbers.
 */
export function quantileShades(counts: readonly number[]): (count: number) => number {
  const distinct = [...new Set(counts.filter((count) => count > 0))].sort((a, b) => a - b);
  return (count) =>
    count === 0 ? 0 : Math.ceil(((distinct.indexOf(count) + 1) / distinct.length) * SHADES);
}
