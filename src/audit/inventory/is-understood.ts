import type { Inventory } from './inventory.ts';

/** False if nothing, or less than half of the lines, was understood: "no known fault" would then be a wrong answer. */
export function isUnderstood({
  packages,
  python,
  understoodCount,
  notUnderstoodCount,
  broken,
  isTruncated,
}: Inventory): boolean {
  const isEmpty = packages.length === 0 && python === undefined;
  return !isEmpty && notUnderstoodCount <= understoodCount && broken.length === 0 && !isTruncated;
}
