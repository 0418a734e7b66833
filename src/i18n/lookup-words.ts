import type { PackageSystem } from '../domain/lookup/lookup-table.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Texts about a name that was looked up in a table, on pages and on the command line. */
interface LookupWords {
  systems: Record<PackageSystem, string>;
  /** In place of a system, for a command that installs a wheel. */
  wheel: string;
  /** After names of packages that only one public mapping has. */
  unverified: string;
  /** @param name the name that no table has */
  unknown(name: string): string;
  rows(n: number): string;
}

export const lookupWords: Record<Locale, LookupWords> = {
  en: {
    systems: {
      pip: 'From PyPI',
      debian: 'Debian, Ubuntu',
      fedora: 'Fedora, RHEL',
      alpine: 'Alpine',
      arch: 'Arch Linux',
      homebrew: 'macOS (Homebrew)',
      conda: 'conda-forge',
      windows: 'Windows',
    },
    wheel: 'Without a compiler',
    unverified: 'not verified',
    unknown: (name) => `\`${name}\` is not in our table.`,
    rows: (n) => `${n} rows`,
  },
  zh: {
    systems: {
      pip: 'PyPI',
      debian: 'Debian、Ubuntu',
      fedora: 'Fedora、RHEL',
      alpine: 'Alpine',
      arch: 'Arch Linux',
      homebrew: 'macOS（Homebrew）',
      conda: 'conda-forge',
      windows: 'Windows',
    },
    wheel: '不需要编译器',
    unverified: '未核实',
    unknown: (name) => `我们的表中没有 \`${name}\`。`,
    rows: (n) => `共 ${n} 行`,
  },
};
