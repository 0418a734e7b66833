import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatTable } from '../../../../src/cli/update-tables/format-table.ts';
import type { LookupTable } from '../../../../src/cli/update-tables/lookup-table.ts';

const TABLE: LookupTable = {
  title: { en: 'Libraries', zh: '库' },
  columns: {
    header: {
      kind: 'key',
      title: { en: 'Headers', zh: '头文件' },
      source: 'https://example.org',
      checked: '2026-11-30',
    },
  },
  rows: [
    { id: 'zlib', name: 'zlib', header: ['zlib.h'], build: { debian: 'zlib1g-dev' } },
    {
      id: 'boost',
      name: "Boost, the 'C++' libraries",
      header: ['boost/*'],
      build: { homebrew: 'openssl@3', fedora: { unverified: 'boost-devel' } },
      python: [{ package: 'lxml', wheel: 'lxml' }, { package: '404' }],
      note: { en: 'A: b', zh: '说明' },
    },
  ],
};

test('writes rows sorted by id, each value on one line', () => {
  expect(formatTable(TABLE)).toContain(`rows:
  - id: boost
    name: 'Boost, the ''C++'' libraries'
    header: [boost/*]
    build: { homebrew: openssl@3, fedora: { unverified: boost-devel } }
    python: [{ package: lxml, wheel: lxml }, { package: '404' }]
    note: { en: 'A: b', zh: '说明' }
  - id: zlib
    name: zlib
    header: [zlib.h]
    build: { debian: zlib1g-dev }
`);
});

test('what it writes reads back as it was, in lines of at most 120 characters', () => {
  const many = Array.from({ length: 60 }, (_, index) => `folder/header-${index}.h`);
  const table = { ...TABLE, rows: [{ id: 'many', name: 'Many', header: many }] };
  const text = formatTable(table);
  expect(parse(text)).toEqual(table);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
});
