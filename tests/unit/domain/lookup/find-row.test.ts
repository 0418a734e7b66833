import { describe, expect, test } from 'vitest';
import {
  findRow,
  namesToFind,
  rowFinder,
  rowsByName,
} from '../../../../src/domain/lookup/find-row.ts';
import { row } from '../../../support/make-table.ts';

const rows = rowsByName(
  [
    row('loom', { keys: { header: ['loom.h', 'Loom/Warp.h'] } }),
    row('spindle', { keys: { header: ['spindle/*', 'spindle/tools/*'] } }),
    row('needle', { keys: { header: ['spindle/tools/needle.h'], library: ['libneedle.so.1'] } }),
  ],
  'header',
);

describe('a name leads to its row', () => {
  test.each([
    ['as the table spells it', 'loom.h', 'loom', 'loom.h'],
    ['in another case', 'loom/warp.h', 'loom', 'Loom/Warp.h'],
    ['with backslashes', String.raw`Loom\Warp.h`, 'loom', 'Loom/Warp.h'],
    ['by its folder', 'spindle/deep/thread.h', 'spindle', 'spindle/deep/thread.h'],
    [
      'rather exactly than by its folder',
      'spindle/tools/needle.h',
      'needle',
      'spindle/tools/needle.h',
    ],
    ['by its file, in a place where it was looked for', '/usr/include/loom.h', 'loom', 'loom.h'],
    ['by its file, on a drive', String.raw`C:\sdk\loom.h`, 'loom', 'loom.h'],
    ['by its file, below @rpath', '@rpath/loom.h', 'loom', 'loom.h'],
  ])('%s', (_, name, id, shown) => {
    const found = findRow(rows, name);
    expect([found?.row.id, found?.name]).toEqual([id, shown]);
  });
});

test.each([
  ['a name of another column', 'libneedle.so.1'],
  ['a file in a folder of the project itself', 'src/loom.h'],
  ['a name that every object has', 'constructor'],
  ['nothing', ''],
  ['a folder', '/usr/include/'],
])('%s has no row', (_, name) => {
  expect(findRow(rows, name)).toBeUndefined();
});

test('a name in very many folders is looked up in the first eight of them', () => {
  expect(namesToFind('a/'.repeat(40) + 'x.h')).toHaveLength(9);
});

test('a table that is not there has no rows', () => {
  const findIn = rowFinder({ looms: [row('loom', { keys: { header: ['loom.h'] } })] });
  const nameIn = (table: string) => findIn({ table, key: 'header', name: 'loom.h' })?.row.id;
  expect([nameIn('looms'), nameIn('spindles'), nameIn('toString')]).toEqual([
    'loom',
    undefined,
    undefined,
  ]);
});
