import path from 'node:path';
import {
  families,
  firstRelease,
  readDistroReleases,
  type DistroRelease,
  type Family,
  type SymbolVersion,
} from './distro-releases.ts';
import { gccRelease } from './gcc-releases.ts';

/** Where the symbol versions of distributions come from. */
const SOURCE = 'https://github.com/mayeut/pep600_compliance';

const GCC_MANUAL = 'https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html';

/** The oldest versions with a row: those of CentOS 6, which manylinux2010 stands for. */
const FIRST_GLIBC = 12;
const FIRST_GLIBCXX = 9;
const FIRST_CXXABI = 2;

/** Names of the manylinux tags before PEP 600, by the minor version of their glibc. */
const LEGACY_TAGS: Readonly<Record<number, string>> = { 12: 'manylinux2010', 17: 'manylinux2014' };

const TITLES: Readonly<Record<Family, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  rhel: 'RHEL, Rocky, AlmaLinux',
  fedora: 'Fedora',
  suse: 'openSUSE Leap',
  amazon: 'Amazon Linux',
};

/**
 * Makes the table `libc-versions`: the releases of distributions that have a glibc.
 *
 * @param folder has a checkout of pep600_compliance in `mayeut/pep600_compliance`
 * @param checked day of the checkout: `2026-11-30`
 */
export async function libcVersionsTable(folder: string, checked: string) {
  const releases = await readDistros(folder);
  const rows = minors(releases, 'GLIBC', FIRST_GLIBC).map((minor) => {
    const legacy = LEGACY_TAGS[minor];
    return {
      id: `glibc-2-${minor}`,
      name: `glibc 2.${minor}`,
      glibc: [`GLIBC_2.${minor}`],
      tag: [`manylinux_2_${minor}`, ...(legacy === undefined ? [] : [legacy])],
      ...distroCells(releases, 'GLIBC', [2, minor]),
    };
  });
  const table = {
    title: { en: 'Distributions by glibc', zh: '各 glibc 版本对应的发行版' },
    columns: {
      glibc: column('key', 'Symbol version', '符号版本', SOURCE, checked),
      tag: column('key', 'Wheel tag', 'wheel 标签', 'https://peps.python.org/pep-0600/', checked),
      ...distroColumns(checked),
    },
    rows,
  };
  return { table, advice: [] };
}

/**
 * Makes the table `libstdcxx-versions`: the GCC release that brought a symbol version of libstdc++, and the releases of
 * distributions that have it.
 *
 * @see libcVersionsTable for the parameters
 */
export async function libstdcxxVersionsTable(folder: string, checked: string) {
  const releases = await readDistros(folder);
  const rows = [
    ...minors(releases, 'CXXABI', FIRST_CXXABI).map((minor) =>
      libstdcxxRow(releases, 'CXXABI', [1, 3, minor]),
    ),
    ...minors(releases, 'GLIBCXX', FIRST_GLIBCXX).map((minor) =>
      libstdcxxRow(releases, 'GLIBCXX', [3, 4, minor]),
    ),
  ];
  const table = {
    title: { en: 'Distributions by libstdc++', zh: '各 libstdc++ 版本对应的发行版' },
    columns: {
      symbol: column('key', 'Symbol version', '符号版本', SOURCE, checked),
      gcc: column('text', 'First GCC', '首个 GCC 版本', GCC_MANUAL, checked),
      conda: column('code', 'conda-forge', 'conda-forge', GCC_MANUAL, checked),
      ...distroColumns(checked),
    },
    rows,
  };
  return { table, advice: [] };
}

function libstdcxxRow(
  releases: readonly DistroRelease[],
  symbol: 'GLIBCXX' | 'CXXABI',
  version: SymbolVersion,
) {
  const name = `${symbol}_${version.join('.')}`;
  const gcc = gccRelease(symbol, version.at(-1) ?? 0);
  return {
    id: name.toLowerCase().replaceAll(/[._]/g, '-'),
    name,
    symbol: [name],
    ...(gcc !== undefined && { gcc, conda: [`libstdcxx-ng>=${gcc}`] }),
    ...distroCells(releases, symbol, version),
  };
}

const readDistros = (folder: string) =>
  readDistroReleases(path.join(folder, 'mayeut/pep600_compliance/cache'));

/** Returns the last numbers of a symbol's versions, up to the newest that a release has. */
function minors(
  releases: readonly DistroRelease[],
  symbol: keyof DistroRelease['newest'],
  first: number,
): number[] {
  const last = Math.max(...releases.map(({ newest }) => newest[symbol].at(-1) ?? 0));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function distroCells(
  releases: readonly DistroRelease[],
  symbol: keyof DistroRelease['newest'],
  version: SymbolVersion,
) {
  return Object.fromEntries(
    families.flatMap((family) => {
      const first = firstRelease(releases, family, symbol, version);
      return first === undefined ? [] : [[family, first]];
    }),
  );
}

const distroColumns = (checked: string) =>
  Object.fromEntries(
    families.map((family) => [
      family,
      column('text', TITLES[family], TITLES[family], SOURCE, checked),
    ]),
  );

const column = (
  kind: 'key' | 'text' | 'code',
  en: string,
  zh: string,
  source: string,
  checked: string,
) => ({ kind, title: { en, zh }, source, checked });
