import { ownValue } from '../text/own-value.ts';
import type { TableRow } from './lookup-table.ts';

/** Rows of a table, or of a part of one, by the names in one column. */
export type RowsByName = ReadonlyMap<string, { row: TableRow; key: string }>;

/** Returns the form in which names are compared: programs print paths with either slash, and in any case. */
export const keyForm = (name: string): string => name.toLowerCase().replaceAll('\\', '/');

/** Indexes rows by the names in a column. */
export function rowsByName(rows: readonly TableRow[], column: string): RowsByName {
  return new Map(
    rows.flatMap((row) =>
      (row.keys[column] ?? []).map((key) => [keyForm(key), { row, key }] as const),
    ),
  );
}

/** A file that is named by where it was looked for: `/usr/lib/libx.so`, `@rpath/libx.dylib`, `C:\x.dll`. */
const IS_LOCATION = /^(?:[/@.]|[a-z]:\/)/;

/** Maximum number of folders of a name that are tried. */
const MAX_FOLDERS = 8;

/**
 * Returns the names under which a table may have a name, the most specific first: `boost/python/module.hpp` as it is,
 * then everything below `boost/python/*` and `boost/*`. Of a location, only the name of the file counts.
 */
export function namesToFind(name: string): string[] {
  const form = keyForm(name);
  if (IS_LOCATION.test(form)) {
    const file = form.slice(form.lastIndexOf('/') + 1);
    return file === '' ? [] : [file];
  }
  const folders = form.split('/').slice(0, -1).slice(0, MAX_FOLDERS);
  const below = folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/*`);
  return [form, ...below.reverse()];
}

/** A row with the name by which it was found. */
export interface FoundRow {
  row: TableRow;
  /** As the table spells it, or as it was printed if the table has only its folder. */
  name: string;
}

/** Finds the row of a name; `undefined` if the table does not have it. */
export function findRow(rows: RowsByName, name: string): FoundRow | undefined {
  for (const form of namesToFind(name)) {
    const found = rows.get(form);
    if (found) return { row: found.row, name: found.key.endsWith('/*') ? name : found.key };
  }
  return undefined;
}

/** A name that has to be looked up. */
export interface NameToFind {
  table: string;
  /** Column of the table. */
  key: string;
  name: string;
}

/** Finds a name in its table; `undefined` if the table does not have it. */
export type RowFinder = (wanted: NameToFind) => FoundRow | undefined;

/** Returns a finder of rows in tables, or in parts of them, by the names of the tables. */
export function rowFinder(tables: Readonly<Record<string, readonly TableRow[]>>): RowFinder {
  const indexes = new Map<string, RowsByName>();
  return ({ table, key, name }) => {
    const rows = ownValue(tables, table);
    if (!rows) return undefined;
    const id = `${table} ${key}`;
    const index = indexes.get(id) ?? rowsByName(rows, key);
    indexes.set(id, index);
    return findRow(index, name);
  };
}
