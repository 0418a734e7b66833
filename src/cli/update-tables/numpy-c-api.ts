import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../shared/usage-error.ts';
import { findChanges, qualifiedName, type ApiChange } from './api-changes.ts';
import { apiRows } from './api-rows.ts';
import { apiColumn } from './api-table.ts';
import type { Column, Row } from './lookup-table.ts';
import { NOTES, REPLACEMENTS } from './numpy-c-api-replacements.ts';
import { readNumpyHeaders, type NumpyHeaders } from './numpy-headers.ts';
import type { BuiltTable } from './system-libraries/system-libraries.ts';

const NOTES_ADDRESS = 'https://numpy.org/doc/stable/release.html';

const HEADERS = 'https://pypi.org/project/numpy/#history';

const columns = (today: string): Record<string, Column> => {
  const column = apiColumn(today);
  return {
    symbol: column('key', 'Name', '名称', HEADERS),
    struct: column('text', 'Struct', '结构体', HEADERS),
    kind: column('text', 'Kind', '种类', HEADERS),
    removed: column('text', 'Removed in', '移除于', HEADERS),
    changed: column('text', 'Changed in', '变更于', HEADERS),
    instead: column('code', 'Instead', '替代', NOTES_ADDRESS),
    compat: column(
      'code',
      'For older NumPys',
      '兼容旧版 NumPy',
      'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html',
    ),
    note: column('text', 'Note', '说明', NOTES_ADDRESS),
  };
};

/** Release of Python whose headers every release of NumPy can be read with. */
const PYTHON = '3.11';

/**
 * Makes the table of what NumPy's C API no longer has, from the headers in its wheels.
 *
 * @param folder has `numpy/<minor release>/`, unpacked wheels, and `python/3.11/`, the folder with `Python.h`
 * @param today day on which the headers are read
 *
 * @throws {UsageError} if a header is missing, or if a replacement is not declared
 */
export async function makeNumpyCApi(folder: string, today: string): Promise<BuiltTable> {
  const place = path.join(folder, 'numpy');
  const versions = (await readdir(place).catch(() => []))
    .filter((name) => /^\d\.\d+$/.test(name))
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  if (versions.length === 0) throw new UsageError(`${place}: no folders of releases`);
  const releases: NumpyHeaders[] = [];
  for (const version of versions) {
    const python = path.join(folder, 'python', PYTHON);
    releases.push(await readNumpyHeaders(path.join(place, version), version, python));
  }
  const table = {
    title: { en: 'Names removed from the C API of NumPy', zh: 'NumPy C API 中移除的名称' },
    columns: columns(today),
    rows: numpyCApiRows(releases),
  };
  return { table, advice: [] };
}

/** Replacements that the headers of NumPy declare only for extensions that do not support NumPy 1, or that are Python's. */
const OTHER_NAMES = [
  'NpyDatetime_ConvertDatetime64ToDatetimeStruct',
  'NpyDatetime_ConvertDatetimeStructToDatetime64',
  ...['PyErr_CheckSignals', 'PyObject_Call', 'Py_REFCNT', 'Py_XDECREF'],
];

/** Returns a row for each name that releases of NumPy removed or changed, the oldest first. */
export function numpyCApiRows(releases: readonly NumpyHeaders[]): Row[] {
  const newest = releases.at(-1);
  const names = newest?.declarations.map(qualifiedName) ?? [];
  const declared = new Set([...names, ...OTHER_NAMES]);
  return apiRows(
    findChanges(releases).filter((change) => isUsed(change, declared)),
    {
      declared,
      replacements: REPLACEMENTS,
      notes: NOTES,
      compat: newest?.compat ?? new Map(),
    },
  );
}

/** Drops private members, those of structs that are gone, and those of Python objects. */
const isUsed = ({ name, struct }: ApiChange, declared: ReadonlySet<string>) =>
  struct === undefined ||
  (declared.has(struct) && !struct.startsWith('_') && !/^(?:ob)?_|^reserved/.test(name));
