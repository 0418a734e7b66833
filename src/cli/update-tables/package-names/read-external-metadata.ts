import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

/** Names of the mapping files, without `.mapping.json`. */
export const ECOSYSTEMS: Readonly<Record<string, MappedSystem>> = {
  ubuntu: 'debian',
  fedora: 'fedora',
  arch: 'arch',
  homebrew: 'homebrew',
  'conda-forge': 'conda',
};

type Names = string | string[];

interface MappingFile {
  mappings: { id: string; specs?: Names | { build?: Names; host?: Names; run?: Names } }[];
}

/**
 * Reads the name mappings of PEP 804: for each ecosystem, the packages of each `dep:` identifier.
 *
 * @param files text of the mapping files, by ecosystem
 * @see https://peps.python.org/pep-0804/
 */
export function readExternalMetadata(files: ReadonlyMap<string, string>): PackageGroup[] {
  const groups = new Map<string, PackageGroup>();
  for (const [ecosystem, text] of files) {
    for (const { id, specs } of (JSON.parse(text) as MappingFile).mappings) {
      const group = groups.get(id) ?? {};
      groups.set(id, group);
      addNames(group, ECOSYSTEMS[ecosystem], namesOf(specs));
    }
  }
  return [...groups.values()];
}

function namesOf(specs: MappingFile['mappings'][number]['specs']): string[] {
  if (specs === undefined) return [];
  if (typeof specs === 'string' || Array.isArray(specs)) return [specs].flat();
  return [specs.build ?? [], specs.host ?? [], specs.run ?? []].flat();
}
