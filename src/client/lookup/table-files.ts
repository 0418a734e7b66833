import type { ServedTables } from '../../diagnosis/index/served-index.ts';
import { tablePartPath } from '../../domain/addresses/addresses.ts';
import { rowFinder, type NameToFind, type RowFinder } from '../../domain/lookup/find-row.ts';
import type { TableRow } from '../../domain/lookup/lookup-table.ts';
import { partsOfName } from '../../domain/lookup/table-parts.ts';
import { ownValue } from '../../domain/text/own-value.ts';
import type { JsonFiles } from '../shared/json-files.ts';

/** Loads the parts of tables that have the rows of names. A request tells no more about a name than the number of its part. */
export class TableFiles {
  readonly #root: string;
  readonly #tables: ServedTables;
  readonly #files: JsonFiles;

  /**
   * @param root absolute address of the site's root, without a slash at its end
   * @param files `load` rejects with its errors
   */
  constructor(root: string, tables: ServedTables, files: JsonFiles) {
    this.#root = root;
    this.#tables = tables;
    this.#files = files;
  }

  /** Returns a finder for these names. */
  async load(names: readonly NameToFind[]): Promise<RowFinder> {
    const rows: Record<string, TableRow[]> = {};
    const parts = new Map(
      names.flatMap(({ table, key, name }) => {
        const count = ownValue(this.#tables.counts, table) ?? 0;
        if (count === 0) return [];
        return partsOfName(key, name, count).map((number) => {
          const path = tablePartPath(this.#tables.digest, table, number);
          return [path, table] as const;
        });
      }),
    );
    await Promise.all(
      Array.from(parts, async ([path, table]) => {
        const part = (await this.#files.load(this.#root + path)) as TableRow[];
        (rows[table] ??= []).push(...part);
      }),
    );
    return rowFinder(rows);
  }
}
