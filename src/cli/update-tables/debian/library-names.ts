import path from 'node:path';

/** Names by which the development files of a library are found. */
export interface LibraryNames {
  /** What follows `-l`. */
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

const SONAME = /^lib(.+?)(-[\d.]+)?\.so\.([\d.]+)$/;

/**
 * Indexes the shared libraries of a release by link name: under `ldap` stands `libldap-2.5.so.0` or `libldap.so.2`, with its
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
  const shortest = new Map<string, { soname: string; links: Set<string> }>();
  for (const file of files) {
    const soname = path.posix.basename(file);
    const [, link = '', release = ''] = SONAME.exec(soname) ?? [];
    if (link === '') continue;
    const known = shortest.get(link + release);
    if (known && known.soname.length <= soname.length) continue;
    shortest.set(link + release, { soname, links: new Set([link, link + release]) });
  }
  return [...shortest.values()].flatMap(({ soname, links }) =>
    [...links].map((link): [string, string] => [link, soname]),
  );
}

/** Returns the name that macOS has for a soname: `libldap.2.dylib` for `libldap.so.2`. */
export const dylibName = (soname: string): string =>
  soname.replace(/\.so((?:\.\d+)*)$/, '$1.dylib');
