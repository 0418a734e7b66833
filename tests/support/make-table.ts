import type { LookupTable, TableRow } from '../../src/domain/lookup/lookup-table.ts';

/** A row of a made-up table; the tests say only what matters to them. */
export const row = (id: string, parts: Partial<TableRow> = {}): TableRow => ({
  id,
  name: id,
  keys: {},
  texts: {},
  codes: {},
  packages: {},
  python: [],
  ...parts,
});

const column = (kind: LookupTable['columns'][string]['kind']) => ({
  kind,
  title: { en: kind, zh: kind },
  sources: [{ source: 'https://weaver.example/names', checked: '2026-01-02' }],
});

/** A made-up table with a column of each kind. */
export const tableOf = (rows: readonly TableRow[]): LookupTable => ({
  title: { en: 'Looms', zh: '织机' },
  columns: {
    header: column('key'),
    since: column('text'),
    instead: column('code'),
    build: column('packages'),
    python: column('python'),
  },
  rows,
});
