import type { Facts } from '../facts/facts.ts';

/**
 * Returns the first fixed version of a fault with a fixed release; `undefined` if it affects several packages, with which
 * a version alone would be ambiguous.
 */
export function fixedVersion({
  status,
  affected,
}: Pick<Facts, 'status' | 'affected'>): string | undefined {
  const packages = new Set(affected.map((range) => range.package));
  if (status !== 'fixed' || packages.size !== 1) return undefined;
  return affected.find(({ fixed }) => fixed !== undefined)?.fixed;
}
