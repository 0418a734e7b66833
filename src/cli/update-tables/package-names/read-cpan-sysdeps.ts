import { addNames, type MappedSystem, type PackageGroup } from './package-group.ts';

const SYSTEMS: Readonly<Record<string, MappedSystem>> = {
  like_debian: 'debian',
  like_fedora: 'fedora',
  os_darwin: 'homebrew',
};

/**
 * Reads the mapping of CPAN::Plugin::Sysdeps, which is Perl: `[like_debian, [package => 'libfoo-dev']]` for each module.
 * Names for one release of a system are nested deeper and are left out.
 */
export function readCpanSysdeps(text: string): PackageGroup[] {
  return text.split('[cpanmod =>').slice(1).map(readModule);
}

function readModule(block: string): PackageGroup {
  const group: PackageGroup = {};
  for (const [marker, system] of Object.entries(SYSTEMS)) {
    for (const part of block.split(`[${marker},`).slice(1)) {
      const list = part.trimStart();
      if (!list.startsWith('[package =>')) continue;
      const names = list.slice('[package =>'.length, list.indexOf(']'));
      addNames(group, system, (names.match(/[a-z][\w.+-]*/gi) ?? []).filter(isName));
    }
  }
  return group;
}

/** `qw` quotes a list of words in Perl. */
const isName = (word: string) => word !== 'qw';
