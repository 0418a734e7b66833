/** Path of a header below `usr/include`, without the folder of the architecture. */
const INCLUDED = /^usr\/include\/(?:x86_64-linux-gnu\/)?(.+)$/;

const HEADER = /\.(?:h|hh|hpp|hxx|H|cuh)$|\/[^./]+$/;

/**
 * Returns the headers in the files of a package, as written after `#include`.
 *
 * @param roots folders below `usr/include` that a build adds to its include path: `libxml2` makes `libxml/parser.h` of
 * `libxml2/libxml/parser.h`; both forms are returned
 */
export function headerNames(files: readonly string[], roots: readonly string[]): string[] {
  const names = files
    .flatMap((file) => INCLUDED.exec(file)?.[1] ?? [])
    .filter((name) => HEADER.test(name));
  const below = roots.flatMap((root) =>
    names.filter((name) => name.startsWith(`${root}/`)).map((name) => name.slice(root.length + 1)),
  );
  return [...new Set([...names, ...below])];
}

/** Headers of all packages: who has which folder and which file name. */
export class HeaderIndex {
  /** By folder: the number of headers of each package. */
  readonly #folders = new Map<string, Map<string, number>>();
  /** By file name: the packages. */
  readonly #baseNames = new Map<string, Map<string, number>>();

  add(owner: string, headers: readonly string[]): void {
    for (const header of headers) {
      increment(this.#baseNames, baseName(header), owner);
      for (const folder of foldersOf(header)) increment(this.#folders, folder, owner);
    }
  }

  /** Returns the share of the headers in a folder that these packages have: 0 to 1. */
  shareOf(folder: string, owners: ReadonlySet<string>): number {
    let [own, all] = [0, 0];
    for (const [owner, count] of this.#folders.get(folder) ?? []) {
      all += count;
      if (owners.has(owner)) own += count;
    }
    return all === 0 ? 0 : own / all;
  }

  /** Counts the other packages that have a header of this name in any folder. */
  countOthers(header: string, owners: ReadonlySet<string>): number {
    const all = [...(this.#baseNames.get(baseName(header))?.keys() ?? [])];
    return all.filter((owner) => !owners.has(owner)).length;
  }
}

/** A library has a folder as a whole if it has this share of its headers (chosen: compatibility packages have the rest). */
const MIN_SHARE = 0.8;

/** Number of other packages with a header of the same name from which on the name is too common (chosen). */
const MAX_OTHER_OWNERS = 4;

/** Folders that many projects have below their own include path. */
const COMMON_FOLDER =
  /^(?:c|client|common|config|core|cpp|detail|details|file|impl|include|internal|lib|misc|priv|private|protocol|random|server|sound|src|test|tests|tools|util|utils|video)\//;

/**
 * Shortens the headers of a library to keys: `boost/*` for a folder that belongs to it, otherwise each header. Left out are
 * headers with a common name, because a project may have its own, and those below the folders in `others`.
 *
 * @param given keys of the library that do not follow from the files
 * @param others keys of other libraries
 * @param owners packages of the library
 */
export function headerKeys(
  headers: readonly string[],
  { given, others }: { given: readonly string[]; others: readonly string[] },
  index: HeaderIndex,
  owners: ReadonlySet<string>,
): string[] {
  const keys = new Set(given);
  const skipped = new Set(others);
  for (const header of headers) {
    const folders = foldersOf(header).map((folder) => `${folder}/*`);
    if (folders.some((folder) => skipped.has(folder) || keys.has(folder))) continue;
    const folder = foldersOf(header).find((name) => index.shareOf(name, owners) >= MIN_SHARE);
    if (COMMON_FOLDER.test(header)) continue;
    if (folder !== undefined) keys.add(`${folder}/*`);
    else if (header.includes('/') || index.countOthers(header, owners) < MAX_OTHER_OWNERS)
      keys.add(header);
  }
  return [...keys].filter((key) => !skipped.has(key));
}

/** `a` and `a/b` for `a/b/c.h`. */
function foldersOf(header: string): string[] {
  const parts = header.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const baseName = (header: string) => header.slice(header.lastIndexOf('/') + 1);

function increment(counts: Map<string, Map<string, number>>, key: string, owner: string): void {
  const owners = counts.get(key) ?? new Map<string, number>();
  counts.set(key, owners);
  owners.set(owner, (owners.get(owner) ?? 0) + 1);
}
