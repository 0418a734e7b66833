import { expect, test } from 'vitest';
import { addContentsLine } from '../../../../src/cli/update-tables/debian/contents.ts';

test('keeps what builds and programs look for, by package', () => {
  const contents = new Map<string, string[]>();
  const lines = [
    'usr/include/lber.h                                     libdevel/libldap-dev',
    'usr/lib/x86_64-linux-gnu/libldap.so                    libdevel/libldap-dev',
    'lib/x86_64-linux-gnu/libz.so.1                         libs/zlib1g',
    'usr/lib/x86_64-linux-gnu/libaio.so.1t64                libs/libaio1t64',
    'usr/lib/x86_64-linux-gnu/pkgconfig/ldap.pc             libdevel/libldap-dev',
    'usr/share/cmake/fmt/fmt-config.cmake                   libdevel/libfmt-dev',
    'usr/bin/xslt-config                                    libdevel/libxslt1-dev',
    'usr/bin/a name with spaces                             utils/one,non-free/utils/two',
    'usr/lib/x86_64-linux-gnu/lapack/liblapack.so.3         libs/liblapack3',
    'usr/share/doc/libldap-dev/copyright                    libdevel/libldap-dev',
  ];
  for (const line of lines) addContentsLine(contents, line);
  expect(Object.fromEntries(contents)).toEqual({
    'libldap-dev': [
      'usr/include/lber.h',
      'usr/lib/x86_64-linux-gnu/libldap.so',
      'usr/lib/x86_64-linux-gnu/pkgconfig/ldap.pc',
    ],
    zlib1g: ['lib/x86_64-linux-gnu/libz.so.1'],
    libaio1t64: ['usr/lib/x86_64-linux-gnu/libaio.so.1t64'],
    'libfmt-dev': ['usr/share/cmake/fmt/fmt-config.cmake'],
    'libxslt1-dev': ['usr/bin/xslt-config'],
    one: ['usr/bin/a name with spaces'],
    two: ['usr/bin/a name with spaces'],
    liblapack3: [],
  });
});
