import { createHash } from 'node:crypto';
import type { ServedTables } from '../diagnosis/index/served-index.ts';
import { tablePartPath } from '../domain/addresses/addresses.ts';
import type { LookupTable } from '../domain/lookup/lookup-table.ts';
import { divideTable } from '../domain/lookup/table-parts.ts';
import { DIGEST_LENGTH } from './diagnosis-files.ts';

/** The tables as the site serves them: JSON of their parts by path. */
interface TableFiles {
  served: ServedTables;
  parts: ReadonlyMap<string, string>;
}

/** Divides tables into files. They are the same in every language. */
export function serveTables(tables: ReadonlyMap<string, LookupTable>): TableFiles {
  const divided = Array.from(tables, ([id, { rows }]) => ({
    id,
    parts: divideTable(rows).map((part) => JSON.stringify(part)),
  }));
  const hash = createHash('sha256');
  for (const { id, parts } of divided) hash.update([id, ...parts].join('\n'));
  const digest = hash.digest('hex').slice(0, DIGEST_LENGTH);
  return {
    served: {
      digest,
      counts: Object.fromEntries(divided.map(({ id, parts }) => [id, parts.length])),
    },
    parts: new Map(
      divided.flatMap(({ id, parts }) =>
        parts.map((json, number) => [tablePartPath(digest, id, number), json] as const),
      ),
    ),
  };
}
