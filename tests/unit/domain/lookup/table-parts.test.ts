import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRow, rowsByName } from '../../../../src/domain/lookup/find-row.ts';
import { divideTable, partsOfName } from '../../../../src/domain/lookup/table-parts.ts';
import { row } from '../../../support/make-table.ts';

const rows = Array.from({ length: 300 }, (_, number) =>
  row(`loom-${number}`, {
    keys: { header: [`loom${number}.h`, `loom${number}/*`], library: [`libloom.so.${number}`] },
  }),
);
const parts = divideTable(rows);

function findInParts(column: string, name: string) {
  const own = partsOfName(column, name, parts.length).flatMap((number) => parts[number] ?? []);
  return findRow(rowsByName(own, column), name);
}

test('the parts of a name have its row', () => {
  fc.assert(
    fc.property(fc.nat(299), fc.constantFrom('h', '/deep/thread.h'), (number, end) => {
      const name = end === 'h' ? `loom${number}.h` : `loom${number}${end}`;
      expect(findInParts('header', name)?.row.id).toBe(`loom-${number}`);
    }),
  );
});

test('a part has some of the rows, and of each only the names that belong there', () => {
  expect(parts).toHaveLength(15);
  const names = parts.flatMap((part) => part.flatMap(({ keys }) => Object.values(keys).flat()));
  expect(names).toHaveLength(900);
});

test('a name is looked up in one column', () => {
  expect(findInParts('library', 'libloom.so.7')?.row.id).toBe('loom-7');
  expect(findInParts('header', 'libloom.so.7')).toBeUndefined();
});

test('a table without names has one part', () => {
  expect(divideTable([row('nameless')])).toEqual([[]]);
});
