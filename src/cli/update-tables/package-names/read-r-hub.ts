import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  DEB: 'debian',
  RPM: 'fedora',
  PKGBUILD: 'arch',
  'OSX/brew': 'homebrew',
};

type Names = string | string[] | null;

/** An entry of R-hub's database, as far as it is read here. */
interface Entry {
  platforms: Record<string, Names | { buildtime?: Names; runtime?: Names }>;
}

/** Reads an entry: packages by system, those to build and those to run. */
export function readRHubEntry(text: string): PackageGroup {
  const group: PackageGroup = {};
  for (const { platforms } of Object.values(JSON.parse(text) as Record<string, Entry>)) {
    for (const [platform, names] of Object.entries(platforms))
      addNames(group, SYSTEMS[platform], namesOf(names).filter(isName));
  }
  return group;
}

function namesOf(names: Entry['platforms'][string]): string[] {
  if (typeof names === 'object' && names !== null && !Array.isArray(names))
    return [names.buildtime ?? [], names.runtime ?? []].flat();
  return [names ?? []].flat();
}

const isName = (value: unknown): value is string => typeof value === 'string';
