import { parse } from 'smol-toml';
import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  debian: 'debian',
  ubuntu: 'debian',
  fedora: 'fedora',
  arch: 'arch',
  homebrew: 'homebrew',
};

interface ExternalCrate {
  external: { kind: string; origin?: unknown }[];
}

/**
 * Reads a crate of Alire that a system provides: names by distribution, several of which may share a line.
 *
 * @see https://alire.ada.dev/docs/#external-releases
 */
export function readAlireCrate(text: string): PackageGroup {
  const group: PackageGroup = {};
  for (const { kind, origin } of (parse(text) as unknown as ExternalCrate).external) {
    if (kind !== 'system' || typeof origin !== 'object' || origin === null) continue;
    const byDistribution = (origin as Record<string, unknown>)['case(distribution)'];
    for (const [distributions, names] of Object.entries(byDistribution ?? {})) {
      if (!Array.isArray(names)) continue;
      for (const name of distributions.split('|'))
        addNames(
          group,
          SYSTEMS[name],
          names.filter((value) => typeof value === 'string'),
        );
    }
  }
  return group;
}
