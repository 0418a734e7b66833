import path from 'node:path';

/** Names by which the development files of a library are found. */
export interface LibraryNames {
  /** Names after `-l`. */
  link: string[];
  /** Modules of pkg-config. */
  module: string[];
  /** Packages of CMake. */
  cmake: string[];
  /** Programs such as `xslt-config`, which print how to build with the library. */
  program: string[];
}

/** Returns the names in the files of development packages. */
export function libraryNames(files: readonly string[]): LibraryNames {
  const matches = (pattern: RegExp) => [
    ...new Set(files.flatMap((file) => pattern.exec(file)?.[1] ?? [])),
  ];
  return {
    link: matches(/^(?:usr\/)?lib\/(?:x86_64-linux-gnu\/)?lib([^/]+)\.so$/),
    module: matches(/pkgconfig\/([^/]+)\.pc$/),
    cmake: [...new Set(files.flatMap(cmakePackage))],
    program: matches(/^usr\/bin\/([^/]+-config)$/),
  };
}

const CMAKE_ENDINGS = ['Config.cmake', '-config.cmake'];

/** `Eigen3` for `Eigen3Config.cmake`, `absl` for `absl-config.cmake`. */
function cmakePackage(file: string): string[] {
  const name = path.posix.basename(file);
  const ending = CMAKE_ENDINGS.find((text) => name.endsWith(text));
  return ending === undefined ? [] : [name.slice(0, -ending.length)];
}

/** A shared library and the package that installs it. */
export interface SharedLibrary {
  soname: string;
  package: string;
}

/**
 * Returns the link name in a soname: with the release, if it has one, and without. `ldap-2.5` and `ldap` for
 * `libldap-2.5.so.0`. A version may have letters: `libleveldb.so.1d`.
 */
function linkNames(file: string): string[] {
  const [stem = '', version] = file.split('.so.', 2);
  if (!stem.startsWith('lib') || version === undefined || !/^\d[\w.]*$/.test(version)) return [];
  const full = stem.slice('lib'.length);
  const dash = full.lastIndexOf('-');
  const hasRelease = dash > 0 && /^[\d.]+$/.test(full.slice(dash + 1));
  return hasRelease ? [full, full.slice(0, dash)] : [full];
}

/**
 * Indexes the shared libraries of a release by link name: `ldap` leads to `libldap-2.5.so.0` or `libldap.so.2`, with its
 * package. Of several files the one with the shortest version is the soname; the others are what it points to.
 */
export function indexSharedLibraries(
  contents: Iterable<readonly [string, readonly string[]]>,
): ReadonlyMap<string, readonly SharedLibrary[]> {
  const index = new Map<string, SharedLibrary[]>();
  for (const [name, files] of contents) {
    if (name.endsWith('-dev') || name.endsWith('-dbg')) continue;
    for (const [link, soname] of sonamesOf(files)) {
      const known = index.get(link);
      if (known) known.push({ soname, package: name });
      else index.set(link, [{ soname, package: name }]);
    }
  }
  return index;
}

/** Returns pairs of a link name and a soname. */
function sonamesOf(files: readonly string[]): [string, string][] {
  const shortest = new Map<string, string>();
  for (const file of files) {
    const soname = path.posix.basename(file);
    const [full] = linkNames(soname);
    if (full === undefined) continue;
    const known = shortest.get(full);
    if (known === undefined || soname.length < known.length) shortest.set(full, soname);
  }
  return [...shortest.values()].flatMap((soname) =>
    linkNames(soname).map((link): [string, string] => [link, soname]),
  );
}

/** Returns the name that macOS has for a soname: `libldap.2.dylib` for `libldap.so.2`. */
export function dylibName(soname: string): string {
  const [stem = '', version] = soname.split('.so', 2);
  return version === undefined ? soname : `${stem}${version}.dylib`;
}
