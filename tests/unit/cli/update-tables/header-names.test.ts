import { expect, test } from 'vitest';
import {
  HeaderIndex,
  headerKeys,
  headerNames,
} from '../../../../src/cli/update-tables/debian/header-names.ts';

test('names headers as written after #include, below each root, too', () => {
  const files = [
    'usr/include/libxml2/libxml/parser.h',
    'usr/include/x86_64-linux-gnu/ffi.h',
    'usr/include/eigen3/Eigen/Dense',
    'usr/include/README.txt',
    'usr/bin/xml2-config',
  ];
  expect(headerNames(files, ['libxml2'])).toEqual([
    'libxml2/libxml/parser.h',
    'ffi.h',
    'eigen3/Eigen/Dense',
    'libxml/parser.h',
  ]);
});

const OWNERS = new Set(['libfoo-dev']);
const NOTHING = { given: [], others: [] };

function indexOf(packages: Record<string, string[]>): HeaderIndex {
  const index = new HeaderIndex();
  for (const [owner, headers] of Object.entries(packages)) index.add(owner, headers);
  return index;
}

test('a folder of the library is one key; of a shared folder each header is one', () => {
  const own = ['foo/a.h', 'foo/deep/b.h', 'shared/foo.h', 'foo.h'];
  const index = indexOf({ 'libfoo-dev': own, 'libbar-dev': ['shared/bar.h'] });
  expect(headerKeys(own, NOTHING, index, OWNERS)).toEqual(['foo/*', 'shared/foo.h', 'foo.h']);
});

test('a folder belongs to a library that has four of five of its headers', () => {
  const own = ['gsl/a.h', 'gsl/b.h', 'gsl/c.h', 'gsl/d.h'];
  const index = indexOf({ 'libfoo-dev': own, 'libmsgsl-dev': ['gsl/gsl'] });
  expect(headerKeys(own, NOTHING, index, OWNERS)).toEqual(['gsl/*']);
});

test('a header with a common name is left out unless it is given', () => {
  const own = ['list.h', 'zlib.h', 'internal/list.h'];
  const others = ['a', 'b', 'c', 'd'].map((name) => [name, [`${name}/list.h`, `${name}/zlib.h`]]);
  const index = indexOf({ 'libfoo-dev': own, ...Object.fromEntries(others) });
  expect(headerKeys(own, { given: ['zlib.h'], others: [] }, index, OWNERS)).toEqual(['zlib.h']);
});

test('headers below a folder that is given to another library are left out', () => {
  const own = ['gtk/gtk.h', 'gtk4.h'];
  const index = indexOf({ 'libfoo-dev': own });
  expect(headerKeys(own, { given: [], others: ['gtk/*'] }, index, OWNERS)).toEqual(['gtk4.h']);
});
