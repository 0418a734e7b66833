import type { MappedSystem, NameMapping } from './package-group.ts';

/** A cell of a `packages` column: a verified name, or one that a single mapping gives. */
export type PackageCell = string | { unverified: string };

/** Two independent mappings count as a verification. */
const MIN_MAPPINGS = 2;

/**
 * Returns the package of a system that the mappings give for a package of Debian.
 *
 * @param debian names in Debian; a mapping counts if it has one of them
 * @param proposed names to choose, separated by spaces, if the mappings give several
 * @param listed tells whether the system's own index has a name, which verifies a proposed one
 * @returns `undefined` if no mapping gives the name, or several names have equally many mappings
 */
export function chooseName(
  mappings: readonly NameMapping[],
  debian: readonly string[],
  system: MappedSystem,
  proposed?: string,
  listed: (name: string) => boolean = () => false,
): PackageCell | undefined {
  const counts = countMappings(mappings, debian, system);
  if (proposed !== undefined) {
    const names = proposed.split(' ');
    if (names.every(listed)) return proposed;
    return cellOf(proposed, Math.min(...names.map((name) => counts.get(name) ?? 0)));
  }
  const [first, second] = [...counts]
    .filter(([name]) => isDevelopmentName(name, debian, system))
    .sort(([, left], [, right]) => right - left);
  if (!first || first[1] === second?.[1]) return undefined;
  return listed(first[0]) ? first[0] : cellOf(...first);
}

function cellOf(name: string, count: number): PackageCell | undefined {
  if (count === 0) return undefined;
  return count >= MIN_MAPPINGS ? name : { unverified: name };
}

/** Counts the mappings that give each name. */
function countMappings(
  mappings: readonly NameMapping[],
  debian: readonly string[],
  system: MappedSystem,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { groups } of mappings) {
    const names = groups
      .filter((group) => group.debian?.some((name) => debian.includes(name)))
      .flatMap((group) => group[system] ?? []);
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const DEVELOPMENT_SUFFIXES: Partial<Record<MappedSystem, RegExp>> = {
  debian: /-dev$/,
  fedora: /-devel$/,
  alpine: /-dev$/,
};

/** A system that divides a library into packages marks the one for building with a suffix, as Debian does with `-dev`. */
function isDevelopmentName(name: string, debian: readonly string[], system: MappedSystem): boolean {
  const suffix = DEVELOPMENT_SUFFIXES[system];
  if (!suffix) return true;
  return suffix.test(name) === debian.some((debianName) => debianName.endsWith('-dev'));
}
