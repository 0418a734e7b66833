import { z } from 'zod';
import {
  boundedList,
  isoDate,
  matching,
  nonEmptyList,
  singleLine,
  strictMapping,
} from '../facts/field-schemas.ts';
import { packageNameSchema } from '../facts/affected-schema.ts';
import { slugPattern } from '../facts/slug-pattern.ts';
import { isUpstreamAddress } from '../upstream/tracker-address.ts';
import { keyForm } from './find-row.ts';
import {
  columnKinds,
  packageSystems,
  type ColumnKind,
  type LookupTable,
  type PackageNames,
  type TableRow,
} from './lookup-table.ts';

/** Maximum lengths, in characters. */
const TITLE_LENGTH = 60;
const KEY_LENGTH = 200;
const CELL_LENGTH = 400;

/** Maximum numbers of entries: a table has room for a hundred thousand names. */
const MAX_COLUMNS = 30;
const MAX_ROWS = 20_000;
const MAX_KEYS = 1_000;
const MAX_CODES = 20;
const MAX_DEPENDENTS = 40;

const title = strictMapping({
  en: singleLine(TITLE_LENGTH).describe('In English.'),
  zh: singleLine(TITLE_LENGTH).describe('In Simplified Chinese.'),
});

const address = z.string().refine(isUpstreamAddress, { error: 'an https address' });

const source = strictMapping({
  source: address.describe('Page that has the values.'),
  checked: isoDate.describe('Day on which they were taken from there.'),
});

const packageSystem = z.enum(packageSystems);

const columnSchema = strictMapping({
  kind: z.enum(columnKinds).describe('Kind of the values.'),
  title: title.describe('Heading of the column.'),
  source: address.optional().describe('Page that has the values.'),
  checked: isoDate.optional().describe('Day on which they were taken from there.'),
  sources: z
    .partialRecord(packageSystem, source)
    .optional()
    .describe('Of packages: the source for each system.'),
}).superRefine(({ kind, source: page, checked, sources }, { addIssue }) => {
  const report = (field: string, message: string) =>
    addIssue({ code: 'custom', path: [field], message });
  if (kind === 'packages') {
    if (!sources) report('sources', 'a source for each system');
  } else {
    if (page === undefined) report('source', 'the page that has the values');
    if (checked === undefined) report('checked', 'the day on which they were taken from there');
  }
});

const cell = singleLine(CELL_LENGTH);

/** Names have one form in every paste: no spaces, no quotes. */
const name = matching(
  /^[^\s'"`]{1,200}$/,
  `a name without spaces and quotes, of at most ${KEY_LENGTH} characters`,
);

/** Names that a package manager takes, as they are in a command: nothing that a shell interprets. */
const packageList = matching(
  /^(?=.{1,200}$)[A-Za-z0-9@][\w.+:@/-]*(?: [A-Za-z0-9@][\w.+:@/-]*)*$/,
  'names of packages with one space between them',
);

const packageNames = z.union(
  [
    packageList.transform((names): PackageNames => ({ names, isVerified: true })),
    strictMapping({ unverified: packageList }).transform(({ unverified }): PackageNames => ({
      names: unverified,
      isVerified: false,
    })),
  ],
  { error: 'names of packages, or unverified: names' },
);

/** The value of a cell by the kind of its column. */
const cellSchemas = {
  key: nonEmptyList(name).max(MAX_KEYS, { error: `at most ${MAX_KEYS} entries` }),
  text: z.union([cell, strictMapping({ en: cell, zh: cell })], { error: 'text, or en and zh' }),
  code: z.union([cell.transform((code) => [code]), boundedList(cell, MAX_CODES)], {
    error: 'text, or a list',
  }),
  packages: z.partialRecord(packageSystem, packageNames),
  python: boundedList(
    strictMapping({ package: packageNameSchema, wheel: packageNameSchema.optional() }).transform(
      ({ package: own, wheel }) => ({
        name: own,
        ...(wheel !== undefined && { wheel }),
      }),
    ),
    MAX_DEPENDENTS,
  ),
} satisfies Record<ColumnKind, z.ZodType>;

const rowSchema = z
  .looseObject({
    id: matching(slugPattern, 'lowercase letters, digits and hyphens').describe(
      'Anchor of the row, unique in the table.',
    ),
    name: singleLine(TITLE_LENGTH).describe('What the row is about, the same in every language.'),
  })
  .describe('A row: its id, its name, and a value for each column that has one.');

/** Schema of a table that answers one fault for many names: a file of `content/tables/`. */
export const tableSchema = strictMapping({
  title: title.describe('What the table lists.'),
  columns: z
    .record(matching(/^[a-z][a-z0-9_]{0,30}$/, 'lowercase letters, digits and _'), columnSchema)
    .refine((columns) => Object.keys(columns).length <= MAX_COLUMNS, {
      error: `at most ${MAX_COLUMNS} columns`,
    })
    .describe('The columns by their names, in the order in which pages show them.'),
  rows: nonEmptyList(rowSchema)
    .max(MAX_ROWS, { error: `at most ${MAX_ROWS} entries` })
    .describe('The rows, ordered by id.'),
}).transform(({ title: heading, columns, rows }, { addIssue }): LookupTable => {
  const report = (path: PropertyKey[], message: string) =>
    addIssue({ code: 'custom', path: ['rows', ...path], message, input: rows });
  const kindOf = (column: string) =>
    Object.hasOwn(columns, column) ? columns[column]?.kind : undefined;
  const parsed = rows.map((row, index) =>
    parseRow(row, kindOf, (path, message) => report([index, ...path], message)),
  );
  reportDuplicates(parsed, report);
  return {
    title: heading,
    columns: Object.fromEntries(
      Object.entries(columns).map(([id, { kind, title: own, source: page, checked, sources }]) => [
        id,
        {
          kind,
          title: own,
          sources: [
            ...(page !== undefined && checked !== undefined ? [{ source: page, checked }] : []),
            ...Object.values(sources ?? {}),
          ],
        },
      ]),
    ),
    rows: parsed,
  };
});

type Report = (path: PropertyKey[], message: string) => void;

/** Divides the cells of a row by the kinds of their columns. */
function parseRow(
  { id, name: heading, ...cells }: z.infer<typeof rowSchema>,
  kindOf: (column: string) => ColumnKind | undefined,
  report: Report,
): TableRow {
  const row = { id, name: heading, keys: {}, texts: {}, codes: {}, packages: {}, python: [] } as {
    -readonly [Field in keyof TableRow]: TableRow[Field];
  };
  for (const [column, value] of Object.entries(cells)) {
    const kind = kindOf(column);
    if (!kind) {
      report([column], 'a column that columns declares');
      continue;
    }
    const { data, error } = cellSchemas[kind].safeParse(value);
    for (const issue of error?.issues ?? []) report([column, ...issue.path], issue.message);
    if (error) continue;
    const entry = { [column]: data };
    if (kind === 'key') row.keys = { ...row.keys, ...(entry as TableRow['keys']) };
    else if (kind === 'text') row.texts = { ...row.texts, ...(entry as TableRow['texts']) };
    else if (kind === 'code') row.codes = { ...row.codes, ...(entry as TableRow['codes']) };
    else if (kind === 'packages')
      row.packages = { ...row.packages, ...(entry as TableRow['packages']) };
    else row.python = data as TableRow['python'];
  }
  return row;
}

/** Reports ids that two rows have, and names that would lead to two rows. */
function reportDuplicates(rows: readonly TableRow[], report: Report): void {
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  rows.forEach(({ id, keys }, index) => {
    if (ids.has(id)) report([index, 'id'], 'an id that no other row has');
    ids.add(id);
    for (const [column, names] of Object.entries(keys)) {
      names.forEach((own, place) => {
        const key = `${column} ${keyForm(own)}`;
        const owner = owners.get(key) ?? id;
        if (owner !== id) report([index, column, place], `a name that ${owner} does not have`);
        owners.set(key, owner);
      });
    }
  });
}
