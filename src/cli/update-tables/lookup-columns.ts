/** Text in both languages. */
export interface TranslatedText {
  en: string;
  zh: string;
}

/** A column with one source. */
export interface Column {
  kind: 'key' | 'text' | 'code';
  title: TranslatedText;
  source: string;
  checked: string;
}

/** A row: cells without a value are absent. */
export interface Row {
  id: string;
  name: string;
  [column: string]: string | string[] | TranslatedText;
}

/** A table as it stands in `content/tables/<id>.yaml`. */
export interface ApiTable {
  title: TranslatedText;
  columns: Record<string, Column>;
  rows: Row[];
}

/** A table, and lines that tell what was left out. */
export interface BuiltApiTable {
  table: ApiTable;
  advice: string[];
}

/** Returns a function that makes columns whose sources were read on one day. */
export const apiColumn =
  (checked: string) =>
  (kind: Column['kind'], en: string, zh: string, source: string): Column => ({
    kind,
    title: { en, zh },
    source,
    checked,
  });

/** Drops the cells that have no value. */
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
