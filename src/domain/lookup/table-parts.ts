import { hashTerm } from '../text/hash-term.ts';
import { keyForm, namesToFind } from './find-row.ts';
import type { TableRow } from './lookup-table.ts';

/**
 * Parts of a table. A page needs the row of one name, so a table is divided by the hashes of its names, and a part has the
 * rows of its names with these names only.
 */

/** Mean number of names in a part. Chosen: a part has about 4 KB after compression. */
const NAMES_PER_PART = 64;

/** Each part is a file. Chosen: with 100,000 names, a part has about 20 KB after compression. */
const MAX_PARTS = 400;

/** Divides the rows of a table. */
export function divideTable(rows: readonly TableRow[]): TableRow[][] {
  const total = rows.reduce((sum, { keys }) => sum + Object.values(keys).flat().length, 0);
  const count = Math.min(Math.ceil(total / NAMES_PER_PART) || 1, MAX_PARTS);
  const parts = Array.from({ length: count }, (): TableRow[] => []);
  for (const row of rows) {
    const keysByPart = new Map<number, Record<string, string[]>>();
    for (const [column, names] of Object.entries(row.keys)) {
      for (const name of names) {
        const number = partOf(column, keyForm(name), count);
        const keys = keysByPart.get(number) ?? {};
        (keys[column] ??= []).push(name);
        keysByPart.set(number, keys);
      }
    }
    for (const [number, keys] of keysByPart) parts[number]?.push({ ...row, keys });
  }
  return parts;
}

/** Returns the numbers of the parts that may have the row of a name. */
export function partsOfName(column: string, name: string, count: number): number[] {
  return [...new Set(namesToFind(name).map((form) => partOf(column, form, count)))];
}

const partOf = (column: string, form: string, count: number) =>
  hashTerm(`${column} ${form}`) % count;
