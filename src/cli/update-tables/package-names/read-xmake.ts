import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  apt: 'debian',
  pacman: 'arch',
  brew: 'homebrew',
};

/**
 * Reads the packages of other systems in the recipe of a package of xmake: `add_extsources("apt::libpng-dev")`.
 *
 * @see https://xmake.io/api/scripts/package-instance.html
 */
export function readXmakeRecipe(lua: string): PackageGroup {
  const group: PackageGroup = {};
  // A component of a formula follows a slash: "brew::boost/boost_system".
  for (const [, system = '', name = ''] of lua.matchAll(/"(apt|pacman|brew)::([\w.+@-]+)/g))
    addNames(group, SYSTEMS[system], [name]);
  return group;
}
