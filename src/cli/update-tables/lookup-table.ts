import type { PackageCell } from './package-names/choose-names.ts';

/** Text in both languages. */
export interface TranslatedText {
  en: string;
  zh: string;
}

/** Where the facts of a column come from, and on which day they were compared. */
export interface ColumnSource {
  source: string;
  checked: string;
}

export interface PackagesColumn {
  kind: 'packages';
  title: TranslatedText;
  sources: Record<string, ColumnSource>;
}

export type Column =
  | PackagesColumn
  | ({ kind: 'key' | 'python' | 'text' | 'code'; title: TranslatedText } & ColumnSource);

/** A Python package, and the package whose wheel spares the compiler. */
export interface PythonPackage {
  package: string;
  wheel?: string;
}

export type Cell =
  string | string[] | PythonPackage[] | TranslatedText | Record<string, PackageCell>;

export interface Row {
  id: string;
  name: string;
  [column: string]: Cell;
}

/** A table in `content/tables/<id>.yaml`. */
export interface LookupTable {
  title: TranslatedText;
  columns: Record<string, Column>;
  rows: Row[];
}
