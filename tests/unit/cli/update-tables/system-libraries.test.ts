import { expect, test } from 'vitest';
import type { Release } from '../../../../src/cli/update-tables/debian/release.ts';
import { indexSharedLibraries } from '../../../../src/cli/update-tables/debian/library-names.ts';
import {
  indexHeaders,
  keysOf,
  removeConflicts,
} from '../../../../src/cli/update-tables/system-libraries/library-keys.ts';
import type { Library } from '../../../../src/cli/update-tables/system-libraries/library.ts';
import { runPackages } from '../../../../src/cli/update-tables/system-libraries/run-packages.ts';

const LIB = 'usr/lib/x86_64-linux-gnu';

function release(packages: Record<string, string[]>): Release {
  const files = new Map(Object.entries(packages));
  return { files, sharedLibraries: indexSharedLibraries(files) };
}

const keys = (library: Library, releases: Release[], onMac = false) =>
  keysOf(library, releases, indexHeaders([library], releases), onMac);

const LDAP: Library = {
  id: 'openldap',
  name: 'OpenLDAP',
  debian: 'libldap-dev',
  from: 'liblber-dev',
};
const PREVIOUS = release({
  'libldap-dev': ['usr/include/ldap.h', `${LIB}/libldap.so`, `${LIB}/pkgconfig/ldap.pc`],
  'liblber-dev': ['usr/include/lber.h'],
  'libldap-2.5-0': [`${LIB}/libldap-2.5.so.0`],
});
const STABLE = release({
  'libldap-dev': ['usr/include/ldap.h', `${LIB}/libldap.so`],
  libldap2: [`${LIB}/libldap.so.2`],
});

test('the keys of a library come from both releases and all of its packages', () => {
  expect(keys(LDAP, [PREVIOUS, STABLE], true)).toEqual({
    header: ['lber.h', 'ldap.h'],
    library: ['libldap-2.5.0.dylib', 'libldap-2.5.so.0', 'libldap.2.dylib', 'libldap.so.2'],
    link: ['ldap'],
    module: ['ldap'],
    cmake: [],
    program: [],
  });
});

test('given keys are added, excluded ones left out, and an exact library has only given ones', () => {
  const library = { ...LDAP, link: ['lber'], not: ['ldap.h', 'ldap'] };
  expect(keys(library, [PREVIOUS])).toMatchObject({
    header: ['lber.h'],
    link: ['lber'],
    module: [],
  });
  const exact = { ...LDAP, exact: true as const, header: ['ldap_utf8.h'] };
  expect(keys(exact, [PREVIOUS])).toMatchObject({ header: ['ldap_utf8.h'], link: [], library: [] });
});

test('a name in other letters is the same key', () => {
  const library = { ...LDAP, module: ['LDAP', 'ldap'], exact: true as const };
  expect(keys(library, [PREVIOUS]).module).toEqual(['ldap']);
});

test('a key of two libraries goes to the one it was given to, or to none', () => {
  const first: Library = { id: 'first', name: 'First', header: ['Shared.h'] };
  const second: Library = { id: 'second', name: 'Second' };
  const empty = { library: [], link: [], module: [], cmake: [], program: [] };
  const own = new Map([
    [first, { ...empty, header: ['Shared.h', 'dwarf.h'] }],
    [second, { ...empty, header: ['shared.h', 'dwarf.h', 'own.h'] }],
  ]);
  expect(removeConflicts(own)).toEqual([
    { column: 'header', key: 'dwarf.h', ids: ['first', 'second'] },
  ]);
  expect(own.get(first)?.header).toEqual(['Shared.h']);
  expect(own.get(second)?.header).toEqual(['own.h']);
});

test.each([
  ['a package with another name in each release', [PREVIOUS, STABLE], 'libldap2', 'libldap-2.5-0'],
  ['a package of both releases', [PREVIOUS, PREVIOUS], 'libldap-2.5-0', undefined],
  [
    'a package that was renamed for 64-bit time and provides its earlier name',
    [PREVIOUS, release({ 'libldap-2.5-0t64': [`${LIB}/libldap-2.5.so.0`] })],
    'libldap-2.5-0',
    undefined,
  ],
  [
    'more packages than one would install',
    [
      PREVIOUS,
      release({
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd'].map((name) => [name, [`${LIB}/libldap.so.${name.charCodeAt(0)}`]]),
        ),
      }),
    ],
    undefined,
    undefined,
  ],
] as const)('finds the packages that programs load: %s', (_, releases, debian, previous) => {
  const [before, now] = releases as readonly [Release, Release];
  const found = runPackages(['ldap'], [before, now]);
  expect([found.debian, found.previous]).toEqual([debian, previous]);
});
