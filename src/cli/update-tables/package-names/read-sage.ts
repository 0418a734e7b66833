import { addNames, MAPPED_SYSTEMS, type PackageGroup } from './package-group.ts';

/**
 * Reads the files that name a package of SageMath in each system: `debian.txt`, `fedora.txt` and so on, names separated by
 * white space. Names with variables or versions are left out.
 *
 * @param files text of the files, by system
 */
export function readSagePackage(files: ReadonlyMap<string, string>): PackageGroup {
  const group: PackageGroup = {};
  for (const system of MAPPED_SYSTEMS) {
    const lines = (files.get(system) ?? '').split('\n').map((line) => line.replace(/#.*/, ''));
    const names = lines
      .flatMap((line) => line.split(/\s+/))
      .filter((name) => /^[\w.+@-]+$/.test(name));
    addNames(group, system, names);
  }
  return group;
}
