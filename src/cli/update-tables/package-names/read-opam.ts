import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEM_FILTERS: readonly [RegExp, MappedSystem][] = [
  [/"(?:debian|ubuntu)"/, 'debian'],
  [/"fedora"/, 'fedora'],
  [/"alpine"/, 'alpine'],
  [/"arch"/, 'arch'],
  [/"homebrew"/, 'homebrew'],
];

/**
 * Reads the system packages of an opam file: lines such as `["libgmp-dev"] {os-family = "debian"}`. Lines for one
 * release of a system are left out.
 *
 * @see https://opam.ocaml.org/doc/Manual.html#opamfield-depexts
 */
export function readOpamFile(text: string): PackageGroup {
  const group: PackageGroup = {};
  const start = text.indexOf('depexts:');
  if (start === -1) return group;
  for (const line of text.slice(start).split('\n').slice(1)) {
    if (line.startsWith(']')) break;
    const [names = '', filter = ''] = line.split('{', 2);
    if (filter.includes('os-version') || filter.includes('!=')) continue;
    for (const [pattern, system] of SYSTEM_FILTERS) {
      if (pattern.test(filter)) addNames(group, system, quotedNames(names));
    }
  }
  return group;
}

const quotedNames = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
