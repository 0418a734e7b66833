import { beforeAll, expect, test } from 'vitest';
import type { LibraryArticle } from '../../../src/content/read/library-model.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { indexEntry } from '../../../src/content/to-index-entry.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import type { DiagnosisIndex } from '../../../src/diagnosis/index/diagnosis-index.ts';
import type { IndexEntry } from '../../../src/diagnosis/index/index-entry.ts';
import { toConditional, type ConditionalSignature } from '../../../src/domain/facts/signature.ts';
import { rowFinder } from '../../../src/domain/lookup/find-row.ts';
import { rowsByTable } from '../../../src/domain/lookup/rows-by-table.ts';
import type { TableRow } from '../../../src/domain/lookup/lookup-table.ts';
import { readOrdinaryOutput } from '../../../src/lint/ordinary-output.ts';
import { checkOrdinarySignatures } from '../../../src/lint/rules/ordinary-signatures.ts';
import { FILLINGS, fillPlaceholders } from '../../support/fill-placeholders.ts';
import { root } from '../../support/root.ts';

let articles: LibraryArticle[];
let entries: IndexEntry[];
let index: DiagnosisIndex;
let tables: Record<string, readonly TableRow[]>;

beforeAll(async () => {
  const library = await readLibrary(root);
  ({ articles } = library);
  tables = rowsByTable(library.tables);
  entries = articles.map((article) => indexEntry(article, 'en'));
  index = buildIndex(entries);
});

/** Returns the first name that a table has in a column. */
const knownName = (table: string, key: string) =>
  tables[table]?.flatMap(({ keys }) => keys[key] ?? []).find((name) => !name.endsWith('*'));

/** Returns what is wrong with the diagnosis of a signature that is pasted alone; `undefined` if nothing is. */
function mistakeOf(
  { slug, lookup }: IndexEntry,
  { line, role, ...conditions }: ConditionalSignature,
  filling: number,
): string | undefined {
  const known = lookup && knownName(lookup.table, lookup.key);
  const lines = [line, ...(conditions.with ?? [])].map((text) =>
    fillPlaceholders(known ? text.replace(`<${lookup.key}>`, known) : text, filling),
  );
  // An empty line: no two lines look like one that a terminal wrapped.
  const { findings } = diagnose(index, lines.join('\n\n'), { findRow: rowFinder(tables) });
  const own = findings.find((finding) => finding.slug === slug);
  const isRight =
    role === 'supporting'
      ? own === undefined || conditions.with !== undefined
      : own?.confidence === 'high' && (own === findings[0] || own.isShared);
  if (isRight) return undefined;
  const found = findings.map((finding) => `${finding.slug} (${finding.confidence})`).join(', ');
  return `${slug}: "${lines.join('", "')}" gives ${found || 'nothing'}`;
}

test('each signature, pasted alone, leads to its article, and a supporting one does not', () => {
  const mistakes = entries.flatMap((entry) =>
    entry.signatures.flatMap((signature) =>
      Array.from({ length: FILLINGS }, (_, filling) =>
        mistakeOf(entry, toConditional(signature), filling),
      ).filter((mistake) => mistake !== undefined),
    ),
  );
  expect(mistakes).toEqual([]);
});

test('no signature matches a line of ordinary output', () => {
  const output = readOrdinaryOutput(root);
  expect(output.templates.length).toBeGreaterThan(8_000);
  const mistakes = checkOrdinarySignatures(articles, index, output, rowFinder(tables));
  expect(mistakes.map(({ file, line, found }) => `${file}:${line} ${found}`).sort()).toEqual([]);
});
