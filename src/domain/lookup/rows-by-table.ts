import type { LookupTable, TableRow } from './lookup-table.ts';

/** Returns the rows of tables by their names, as `rowFinder` takes them. */
export const rowsByTable = (
  tables: ReadonlyMap<string, LookupTable>,
): Readonly<Record<string, readonly TableRow[]>> =>
  Object.fromEntries(Array.from(tables, ([id, { rows }]) => [id, rows]));
