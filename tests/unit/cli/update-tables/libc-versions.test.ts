import { expect, test } from 'vitest';
import { gccRelease } from '../../../../src/cli/update-tables/gcc-releases.ts';
import {
  libcVersionsTable,
  libstdcxxVersionsTable,
} from '../../../../src/cli/update-tables/libc-versions.ts';
import { folderWith } from '../../../support/folder.ts';

const FILES = {
  'mayeut/pep600_compliance/cache/x86_64/debian-8.json': JSON.stringify({
    symbols: { GLIBC: ['2.17'], GLIBCXX: ['3.4.20'], CXXABI: ['1.3.8'] },
  }),
  'mayeut/pep600_compliance/cache/x86_64/debian-12.json': JSON.stringify({
    symbols: { GLIBC: ['2.36'], GLIBCXX: ['3.4.30'], CXXABI: ['1.3.13'] },
  }),
  'mayeut/pep600_compliance/cache/x86_64/amazonlinux-2.json': JSON.stringify({
    symbols: { GLIBC: ['2.26'], GLIBCXX: ['3.4.24'], CXXABI: ['1.3.11'] },
  }),
};

test('lists the distributions that have a glibc, with its wheel tags', async () => {
  const { table } = await libcVersionsTable(folderWith(FILES), '2026-03-01');
  const { rows, columns } = table;
  expect(rows.map(({ name }) => name).slice(0, 2)).toEqual(['glibc 2.12', 'glibc 2.13']);
  expect(rows.find(({ id }) => id === 'glibc-2-17')).toEqual({
    id: 'glibc-2-17',
    name: 'glibc 2.17',
    glibc: ['GLIBC_2.17'],
    tag: ['manylinux_2_17', 'manylinux2014'],
    debian: '≥ 8',
    amazon: '≥ 2',
  });
  expect(rows.at(-1)).toEqual({
    id: 'glibc-2-36',
    name: 'glibc 2.36',
    glibc: ['GLIBC_2.36'],
    tag: ['manylinux_2_36'],
    debian: '≥ 12',
    amazon: '—',
  });
  expect(columns.glibc.checked).toBe('2026-03-01');
});

test('lists the compilers and distributions that have a libstdc++', async () => {
  const { table } = await libstdcxxVersionsTable(folderWith(FILES), '2026-03-01');
  const { rows } = table;
  expect(rows.find(({ name }) => name === 'GLIBCXX_3.4.29')).toEqual({
    id: 'glibcxx-3-4-29',
    name: 'GLIBCXX_3.4.29',
    symbol: ['GLIBCXX_3.4.29'],
    gcc: '11.1.0',
    conda: ['libstdcxx-ng>=11.1.0'],
    debian: '≥ 12',
    amazon: '—',
  });
  expect(rows.at(0)?.name).toBe('CXXABI_1.3.2');
  expect(rows.at(-1)?.name).toBe('GLIBCXX_3.4.30');
});

test.each([
  ['GLIBCXX', 21, '5.1.0'],
  ['GLIBCXX', 30, '12.1.0'],
  ['CXXABI', 13, '11.1.0'],
  // Its symbols came together with those of 1.3.17.
  ['CXXABI', 16, '16.1.0'],
  ['GLIBCXX', 99, undefined],
] as const)('%s with %i came with GCC %s', (symbol, minor, expected) => {
  expect(gccRelease(symbol, minor)).toBe(expected);
});
