import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  debian: 'debian',
  ubuntu: 'debian',
  fedora: 'fedora',
  alpine: 'alpine',
};

/** A rule of the R system-requirements database, as far as it is read here. */
interface Rule {
  dependencies: {
    packages: string[];
    constraints: { distribution?: string; versions?: string[] }[];
  }[];
}

/**
 * Reads a rule: packages by distribution. Names for some releases of a distribution only are left out.
 *
 * @see https://github.com/rstudio/r-system-requirements#readme
 */
export function readRRequirement(text: string): PackageGroup {
  const group: PackageGroup = {};
  for (const { packages, constraints } of (JSON.parse(text) as Rule).dependencies) {
    for (const { distribution = '', versions } of constraints) {
      if (versions === undefined) addNames(group, SYSTEMS[distribution], packages);
    }
  }
  return group;
}
