/** Files of a Debian release that matter for building and loading, by package. Packages without such files have none. */
export type Contents = ReadonlyMap<string, readonly string[]>;

const MULTIARCH = '(?:x86_64-linux-gnu/)?';

const KEPT = new RegExp(
  [
    '^usr/include/.',
    `^(?:usr/)?lib/${MULTIARCH}lib[^/]+\\.so(?:\\.[\\w.]+)?$`,
    `^usr/(?:lib|share)/${MULTIARCH}pkgconfig/`,
    `^usr/(?:lib|share)/${MULTIARCH}(?:cmake/)?[^/]+/(?:cmake/)?[^/]+onfig\\.cmake$`,
    '^usr/bin/.',
  ].join('|'),
);

/**
 * Adds lines of a Contents index to the files by package. A line is a path, white space, and the packages that have it,
 * each with its section: `usr/bin/xslt-config  libdevel/libxslt1-dev`.
 *
 * @see https://wiki.debian.org/DebianRepository/Format#A.22Contents.22_indices
 */
export function addContentsLine(contents: Map<string, string[]>, line: string): void {
  const end = line.lastIndexOf(' ');
  const path = line.slice(0, end).trimEnd();
  const isKept = KEPT.test(path);
  for (const entry of line.slice(end + 1).split(',')) {
    const name = entry.slice(entry.lastIndexOf('/') + 1);
    const files = contents.get(name) ?? [];
    contents.set(name, files);
    if (isKept) files.push(path);
  }
}
