import { describe, expect, test } from 'vitest';
import { chooseName } from '../../../../src/cli/update-tables/package-names/choose-names.ts';
import type { PackageGroup } from '../../../../src/cli/update-tables/package-names/package-group.ts';
import { readAlireCrate } from '../../../../src/cli/update-tables/package-names/read-alire.ts';
import { readCpanSysdeps } from '../../../../src/cli/update-tables/package-names/read-cpan-sysdeps.ts';
import { readExternalMetadata } from '../../../../src/cli/update-tables/package-names/read-external-metadata.ts';
import { readOpamFile } from '../../../../src/cli/update-tables/package-names/read-opam.ts';
import { readPhpExtensions } from '../../../../src/cli/update-tables/package-names/read-php-extensions.ts';
import { readRHubEntry } from '../../../../src/cli/update-tables/package-names/read-r-hub.ts';
import { readRosdep } from '../../../../src/cli/update-tables/package-names/read-rosdep.ts';
import { readRRequirement } from '../../../../src/cli/update-tables/package-names/read-r-requirements.ts';
import { readSagePackage } from '../../../../src/cli/update-tables/package-names/read-sage.ts';
import { readXmakeRecipe } from '../../../../src/cli/update-tables/package-names/read-xmake.ts';

describe('mappings', () => {
  test('opam: lines by system; names for one release are left out', () => {
    const file = `build: ["true"]
depexts: [
  ["libev-dev"] {os-family = "debian"}
  ["gmp" "gmp-devel"] {os-family = "fedora"}
  ["libev"] {os = "macos" & os-distribution = "homebrew"}
  ["libev4-dev"] {os-distribution = "ubuntu" & os-version = "18.04"}
  ["mingw"] {os = "win32" & os-distribution != "alpine"}
]
synopsis: "libev" {os-distribution = "arch"}
`;
    expect(readOpamFile(file)).toEqual({
      debian: ['libev-dev'],
      fedora: ['gmp', 'gmp-devel'],
      homebrew: ['libev'],
    });
    expect(readOpamFile('synopsis: "no packages"')).toEqual({});
  });

  test('rosdep: files are joined by key; the default is read of several releases', () => {
    const base = `libfoo:
  arch:
    pacman:
      packages: [foo]
  debian:
    '*': [libfoo-dev]
    buster: [libfoo1-dev]
  fedora: [foo-devel]
  rhel: [foo-devel]
`;
    const mac = `libfoo:
  osx:
    homebrew:
      packages: [foo]
`;
    expect(readRosdep([base, mac])).toEqual([
      { arch: ['foo'], debian: ['libfoo-dev'], fedora: ['foo-devel'], homebrew: ['foo'] },
    ]);
  });

  test('R: names for some releases of a distribution are left out', () => {
    const dependencies = [
      { packages: ['libfoo-dev'], constraints: [{ os: 'linux', distribution: 'debian' }] },
      { packages: ['old'], constraints: [{ distribution: 'ubuntu', versions: ['14.04'] }] },
      { packages: ['foo-dev'], constraints: [{ distribution: 'alpine' }, { os: 'windows' }] },
    ];
    expect(readRRequirement(JSON.stringify({ dependencies }))).toEqual({
      debian: ['libfoo-dev'],
      alpine: ['foo-dev'],
    });
  });

  test('R-hub: names to build and names to run', () => {
    const platforms = {
      DEB: { buildtime: 'libfoo-dev', runtime: ['libfoo1'] },
      RPM: 'foo-devel',
      'OSX/brew': 'foo',
      CSW: 'libfoo_dev',
      PKGBUILD: null,
    };
    expect(readRHubEntry(JSON.stringify({ foo: { sysreqs: 'foo', platforms } }))).toEqual({
      debian: ['libfoo-dev', 'libfoo1'],
      fedora: ['foo-devel'],
      homebrew: ['foo'],
      arch: [],
    });
  });

  test('external metadata: names of all files, by identifier', () => {
    const file = (specs: unknown) =>
      JSON.stringify({ mappings: [{ id: 'dep:generic/foo', specs }, { id: 'dep:generic/bar' }] });
    const files = new Map([
      ['ubuntu', file('libfoo-dev')],
      ['fedora', file({ build: [], host: ['foo', 'foo-devel'], run: 'foo' })],
    ]);
    expect(readExternalMetadata(files)).toEqual([
      { debian: ['libfoo-dev'], fedora: ['foo', 'foo-devel', 'foo'] },
      { debian: [], fedora: [] },
    ]);
  });

  test('SageMath: comments, versions and variables are left out', () => {
    const files = new Map([
      ['debian', '# to build\nlibfoo-dev libfoo-tools\n'],
      ['conda', 'foo "blas=2.*=openblas" ${PREFIX}-foo\n'],
    ]);
    expect(readSagePackage(files)).toMatchObject({
      debian: ['libfoo-dev', 'libfoo-tools'],
      conda: ['foo'],
    });
  });

  test('CPAN: names for one release are left out', () => {
    const perl = `[cpanmod => 'Foo',
      [like_debian,
       [package => ['libfoo-dev', 'pkg-config | pkgconf']]],
      [like_fedora, [package => 'foo-devel']],
      [os_darwin,
       [before_macos_13, [package => 'foo@1']]],
     ],
     [cpanmod => 'Bar', [os_darwin, [package => [qw(bar baz)]]]],`;
    expect(readCpanSysdeps(perl)).toEqual([
      { debian: ['libfoo-dev', 'pkg-config', 'pkgconf'], fedora: ['foo-devel'] },
      { homebrew: ['bar', 'baz'] },
    ]);
  });

  test('PHP: packages to build and to run, by extension', () => {
    const script = `
      ldap@alpine)
        buildRequiredPackageLists_persistent="$buildRequiredPackageLists_persistent libldap"
        buildRequiredPackageLists_volatile="$buildRequiredPackageLists_volatile openldap-dev"
        ;;
      ldap@debian)
        buildRequiredPackageLists_volatile="$buildRequiredPackageLists_volatile libldap2-dev"
        ;;
      buildRequiredPackageLists_volatile="$buildRequiredPackageLists_volatile other"
`;
    expect(readPhpExtensions(script)).toEqual([
      { alpine: ['libldap', 'openldap-dev'], debian: ['libldap2-dev'] },
    ]);
  });

  test('Alire: several distributions on a line; releases and hints are left out', () => {
    const toml = `[[external]]
kind = "system"
[external.origin.'case(distribution)']
'debian|ubuntu' = ["libfoo-dev"]
'arch|homebrew|macports' = ["foo"]
'...' = ["other"]
[[external]]
kind = "version-output"
`;
    expect(readAlireCrate(toml)).toEqual({
      debian: ['libfoo-dev', 'libfoo-dev'],
      arch: ['foo'],
      homebrew: ['foo'],
    });
  });

  test('xmake: packages of other systems; a component is left out', () => {
    const lua = `add_extsources("apt::libboost-dev", "pacman::boost", "brew::boost/boost_system")`;
    expect(readXmakeRecipe(lua)).toEqual({
      debian: ['libboost-dev'],
      arch: ['boost'],
      homebrew: ['boost'],
    });
  });
});

describe('choosing a name', () => {
  const mappings = (...lists: PackageGroup[][]) =>
    lists.map((groups, index) => ({ repository: `owner/${index}`, groups }));
  const foo = { debian: ['libfoo-dev'], fedora: ['foo', 'foo-devel'], arch: ['foo'] };

  test.each([
    ['two mappings verify a name', mappings([foo], [foo]), 'foo-devel'],
    ['one mapping leaves it unverified', mappings([foo, foo]), { unverified: 'foo-devel' }],
    [
      'no mapping gives none',
      mappings([{ debian: ['libbar-dev'], fedora: ['bar-devel'] }]),
      undefined,
    ],
    [
      'names with equally many mappings are none',
      mappings([foo], [{ debian: ['libfoo-dev'], fedora: ['foo2-devel'] }]),
      undefined,
    ],
  ])('%s', (_, from, cell) => {
    expect(chooseName(from, ['libfoo-dev'], 'fedora')).toEqual(cell);
  });

  test('a package without the suffix is for running', () => {
    expect(chooseName(mappings([foo], [foo]), ['libfoo-dev'], 'arch')).toBe('foo');
    const run = { debian: ['libfoo1'], fedora: ['foo', 'foo-devel'] };
    expect(chooseName(mappings([run], [run]), ['libfoo1'], 'fedora')).toBe('foo');
  });

  test('a proposed name needs a mapping or the index of the system', () => {
    const from = mappings([foo], [{ debian: ['libfoo-dev'], fedora: ['foo2-devel', 'foo-devel'] }]);
    const choose = (name: string, isListed = false) =>
      chooseName(from, ['libfoo-dev'], 'fedora', name, () => isListed);
    expect(choose('foo-devel')).toBe('foo-devel');
    expect(choose('foo2-devel')).toEqual({ unverified: 'foo2-devel' });
    expect(choose('foo-devel foo2-devel')).toEqual({ unverified: 'foo-devel foo2-devel' });
    expect(choose('libfoo-devel')).toBeUndefined();
    expect(choose('libfoo-devel', true)).toBe('libfoo-devel');
  });
});
