import type { Release } from '../debian/release.ts';

/** Packages that install the shared libraries of a row, joined by spaces. */
export interface RunPackages {
  debian?: string | undefined;
  /** Where the previous stable release has other packages. */
  previous?: string | undefined;
}

/** More packages than this are those of several libraries: which one is missing is not known (chosen). */
const MAX_PACKAGES = 3;

/**
 * Finds the packages that install the shared libraries behind link names.
 *
 * @param releases the previous stable release and the stable one
 */
export function runPackages(
  links: readonly string[],
  [previous, stable]: readonly [Release, Release],
): RunPackages {
  const before = packagesOf(links, previous);
  // A package with the suffix t64 (64-bit time) also provides its name without it.
  const now = packagesOf(links, stable).map((name) =>
    before.includes(name.replace(/t64$/, '')) ? name.replace(/t64$/, '') : name,
  );
  const common = now.filter((name) => before.includes(name));
  if (common.length > 0 && common.length === now.length) return joined(common);
  const known = joined(now);
  return known.debian === undefined ? {} : { ...known, previous: joined(before).debian };
}

const packagesOf = (links: readonly string[], { sharedLibraries }: Release): string[] => [
  ...new Set(
    links.flatMap((link) => sharedLibraries.get(link)?.map((library) => library.package) ?? []),
  ),
];

const joined = (names: readonly string[]): RunPackages =>
  names.length === 0 || names.length > MAX_PACKAGES ? {} : { debian: names.join(' ') };
