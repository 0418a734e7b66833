import type { Locale } from '../vocabulary.ts';

/** Package managers in the order in which answers list them. */
export const packageSystems = [
  'pip',
  'debian',
  'fedora',
  'alpine',
  'arch',
  'homebrew',
  'conda',
  'windows',
] as const;

export type PackageSystem = (typeof packageSystems)[number];

/** A text that is the same in every language, or one text for each. */
export type LocalizedText = string | Readonly<Record<Locale, string>>;

/** What to install, as the package manager expects it: several names have spaces between them. */
export interface PackageNames {
  names: string;
  /** False if one public mapping has the names, and nothing else was compared with it. */
  isVerified: boolean;
}

export type PackagesBySystem = Readonly<Partial<Record<PackageSystem, PackageNames>>>;

/** A Python package that needs what a row is about. */
export interface DependentPackage {
  name: string;
  /** Name of a package that installs the same from a wheel, without a compiler; absent if there is none. */
  wheel?: string | undefined;
}

/** Kinds of columns: names by which a row is found, prose, code, packages by system, and the Python packages that need it. */
export const columnKinds = ['key', 'text', 'code', 'packages', 'python'] as const;

export type ColumnKind = (typeof columnKinds)[number];

/** Where the values of a column come from, and the day on which they were taken from there. */
export interface ColumnSource {
  source: string;
  checked: string;
}

export interface TableColumn {
  kind: ColumnKind;
  title: Readonly<Record<Locale, string>>;
  /** One source, or one for each system of a column of packages. */
  sources: readonly ColumnSource[];
}

/** A row of a lookup table. Columns without a value are missing. */
export interface TableRow {
  /** Anchor of the row, unique in its table. */
  id: string;
  /** Name of the thing that the row is about, the same in every language. */
  name: string;
  /** Names by which the row is found, by column. One that ends in `/*` is every path below that folder. */
  keys: Readonly<Record<string, readonly string[]>>;
  texts: Readonly<Record<string, LocalizedText>>;
  codes: Readonly<Record<string, readonly string[]>>;
  packages: Readonly<Record<string, PackagesBySystem>>;
  python: readonly DependentPackage[];
}

/** A table that answers one fault for many names: a file of `content/tables/`. */
export interface LookupTable {
  title: Readonly<Record<Locale, string>>;
  columns: Readonly<Record<string, TableColumn>>;
  rows: readonly TableRow[];
}
