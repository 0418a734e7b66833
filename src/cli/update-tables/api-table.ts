import type { Column, Row, TranslatedText } from './lookup-table.ts';

/** Returns a function that makes columns whose sources were read on one day. */
export const apiColumn =
  (checked: string) =>
  (kind: 'key' | 'text' | 'code', en: string, zh: string, source: string): Column => ({
    kind,
    title: { en, zh },
    source,
    checked,
  });

/** Returns a row without the cells that have no value. */
export function withoutEmptyCells(
  id: string,
  name: string,
  cells: Readonly<Record<string, string | readonly string[] | TranslatedText | undefined>>,
): Row {
  const row: Row = { id, name };
  for (const [column, cell] of Object.entries(cells)) {
    if (cell === undefined) continue;
    if (typeof cell === 'string' || 'en' in cell) row[column] = cell;
    else if (cell.length > 0) row[column] = [...cell];
  }
  return row;
}
