import { dylibName, libraryNames } from '../debian/library-names.ts';
import { HeaderIndex, headerKeys, headerNames } from '../debian/header-names.ts';
import type { Release } from '../debian/release.ts';
import { packageList, type Library } from './library.ts';

/** Columns by whose values a row is found. */
export const KEY_COLUMNS = ['header', 'library', 'link', 'module', 'cmake', 'program'] as const;

export type KeyColumn = (typeof KEY_COLUMNS)[number];

export type Keys = Record<KeyColumn, string[]>;

/** Packages of Debian whose files belong to the library. */
export const ownPackages = ({ debian, from }: Library): string[] => [
  ...packageList(debian),
  ...packageList(from),
];

/** Indexes the headers of all packages in all releases, with those below the roots of the libraries. */
export function indexHeaders(
  libraries: readonly Library[],
  releases: readonly Release[],
): HeaderIndex {
  const roots = new Map<string, string[]>();
  for (const library of libraries) {
    for (const name of ownPackages(library))
      roots.set(name, [...(roots.get(name) ?? []), ...(library.roots ?? [])]);
  }
  const index = new HeaderIndex();
  for (const { files } of releases) {
    for (const [name, paths] of files) index.add(name, headerNames(paths, roots.get(name) ?? []));
  }
  return index;
}

/** More headers than this outside of folders are left out, but for those that are given (chosen). */
const MAX_HEADERS = 120;

/**
 * Returns the keys that follow from the files of a library, and those that are given.
 *
 * @param onMac adds the names that shared libraries have on macOS
 */
export function keysOf(
  library: Library,
  releases: readonly Release[],
  index: HeaderIndex,
  onMac: boolean,
): Keys {
  const packages = library.exact ? [] : ownPackages(library);
  const files = releases.flatMap((release) =>
    packages.flatMap((name) => release.files.get(name) ?? []),
  );
  const names = libraryNames(files);
  const links = library.exact ? [] : [...names.link, ...(library.link ?? [])];
  const sonames = [...sonamesOf(links, releases), ...(library.library ?? [])];
  const left = new Set(library.not);
  const given = { ...names, library: onMac ? [...sonames, ...sonames.map(dylibName)] : sonames };
  const keys = KEY_COLUMNS.map((column) => {
    const all =
      column === 'header'
        ? headersOf(library, files, index)
        : [...given[column], ...(library[column] ?? [])];
    return [column, distinct(all.filter((key) => !left.has(key)))] as const;
  });
  return Object.fromEntries(keys) as Keys;
}

function headersOf(library: Library, files: readonly string[], index: HeaderIndex): string[] {
  const given = library.header ?? [];
  const keys = headerKeys(
    headerNames(files, library.roots ?? []),
    { given, others: library.not ?? [] },
    index,
    new Set(ownPackages(library)),
  );
  if (keys.length <= MAX_HEADERS) return keys;
  return keys.filter((key) => key.endsWith('/*') || given.includes(key));
}

const sonamesOf = (links: readonly string[], releases: readonly Release[]): string[] =>
  releases.flatMap(({ sharedLibraries }) =>
    links.flatMap((link) => sharedLibraries.get(link)?.map(({ soname }) => soname) ?? []),
  );

/** Returns the sorted keys without those that differ from another one in upper and lower case only. */
const distinct = (keys: readonly string[]): string[] => [
  ...new Map(keys.toSorted().map((key) => [key.toLowerCase(), key])).values(),
];

/** A key that several libraries have, and that none of them was given. */
export interface Conflict {
  column: KeyColumn;
  key: string;
  ids: string[];
}

/**
 * Leaves each key to one library: the one it was given in `libraries.yaml`. A key that several have otherwise is removed from
 * all, because a wrong package is worse than none.
 *
 * @param keys by library; changed
 */
export function removeConflicts(keys: ReadonlyMap<Library, Keys>): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const column of KEY_COLUMNS) {
    const owners = new Map<string, Library[]>();
    for (const [library, { [column]: values }] of keys) {
      for (const value of values) {
        const known = owners.get(value.toLowerCase());
        if (known) known.push(library);
        else owners.set(value.toLowerCase(), [library]);
      }
    }
    for (const [key, libraries] of owners) {
      if (new Set(libraries).size === 1) continue;
      const given = libraries.filter((library) =>
        library[column]?.some((value) => value.toLowerCase() === key),
      );
      const keeper = given.length === 1 ? given[0] : undefined;
      if (!keeper) conflicts.push({ column, key, ids: libraries.map(({ id }) => id) });
      for (const library of libraries) {
        const own = keys.get(library);
        if (!own || library === keeper) continue;
        own[column] = own[column].filter((value) => value.toLowerCase() !== key);
      }
    }
  }
  return conflicts;
}
