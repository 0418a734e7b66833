import { parse } from 'yaml';
import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  debian: 'debian',
  ubuntu: 'debian',
  fedora: 'fedora',
  alpine: 'alpine',
  arch: 'arch',
  osx: 'homebrew',
};

/**
 * Reads files of rosdep: for each key, the packages of each system. Of a system with different names in its releases,
 * the default (`*`) is read.
 *
 * @see https://docs.ros.org/en/independent/api/rosdep/html/rosdep_yaml_format.html
 */
export function readRosdep(texts: readonly string[]): PackageGroup[] {
  const groups = new Map<string, PackageGroup>();
  for (const text of texts) {
    const keys = parse(text) as Record<string, Record<string, unknown>>;
    for (const [key, systems] of Object.entries(keys)) {
      const group = groups.get(key) ?? {};
      groups.set(key, group);
      for (const [name, value] of Object.entries(systems))
        addNames(group, SYSTEMS[name], packagesOf(value));
    }
  }
  return [...groups.values()];
}

function packagesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  if (typeof value !== 'object' || value === null) return [];
  for (const key of ['*', 'homebrew', 'pacman', 'apt', 'packages']) {
    if (key in value) return packagesOf((value as Record<string, unknown>)[key]);
  }
  return [];
}
