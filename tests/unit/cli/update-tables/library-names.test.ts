import { describe, expect, test } from 'vitest';
import {
  dylibName,
  indexSharedLibraries,
  libraryNames,
} from '../../../../src/cli/update-tables/debian/library-names.ts';

test('reads link names, modules, CMake packages and config programs from the files', () => {
  expect(
    libraryNames([
      'usr/lib/x86_64-linux-gnu/libxslt.so',
      'usr/lib/x86_64-linux-gnu/libxslt.a',
      'usr/lib/x86_64-linux-gnu/pkgconfig/libxslt.pc',
      'usr/lib/x86_64-linux-gnu/cmake/libxslt/libxslt-config.cmake',
      'usr/share/eigen3/cmake/Eigen3Config.cmake',
      'usr/share/eigen3/cmake/Eigen3ConfigVersion.cmake',
      'usr/bin/xslt-config',
      'usr/bin/xsltproc',
    ]),
  ).toEqual({
    link: ['xslt'],
    module: ['libxslt'],
    cmake: ['libxslt', 'Eigen3'],
    program: ['xslt-config'],
  });
});

describe('shared libraries', () => {
  const LIB = 'usr/lib/x86_64-linux-gnu';
  const index = indexSharedLibraries([
    ['libldap-2.5-0', [`${LIB}/libldap-2.5.so.0`, `${LIB}/libldap-2.5.so.0.1.8`]],
    ['libleveldb1d', [`${LIB}/libleveldb.so.1.23.0`, `${LIB}/libleveldb.so.1d`]],
    ['libldap-dev', [`${LIB}/libldap.so`, `${LIB}/libldap.so.9`]],
    ['libnss3', [`${LIB}/libnss3.so`]],
  ]);

  test.each([
    ['ldap', [{ soname: 'libldap-2.5.so.0', package: 'libldap-2.5-0' }]],
    ['ldap-2.5', [{ soname: 'libldap-2.5.so.0', package: 'libldap-2.5-0' }]],
    ['leveldb', [{ soname: 'libleveldb.so.1d', package: 'libleveldb1d' }]],
    ['nss3', undefined],
  ])('of -l%s are in the packages that programs load', (link, libraries) => {
    expect(index.get(link)).toEqual(libraries);
  });
});

test.each([
  ['libldap.so.2', 'libldap.2.dylib'],
  ['libssl.so.1.1', 'libssl.1.1.dylib'],
  ['libdb-5.3.so', 'libdb-5.3.dylib'],
  ['libomp.dylib', 'libomp.dylib'],
])('%s is named %s on macOS', (soname, name) => {
  expect(dylibName(soname)).toBe(name);
});
