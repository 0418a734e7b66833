import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../shared/usage-error.ts';
import { apiColumn } from './api-table.ts';
import type { Column } from './lookup-table.ts';
import { pythonCApiRows } from './python-c-api-rows.ts';
import { readPythonHeaders, type PythonHeaders } from './python-headers.ts';
import { readHeaders } from './read-headers.ts';
import type { BuiltTable } from './system-libraries/system-libraries.ts';

const HEADERS = 'https://github.com/python/cpython/tree/3.15/Include';

const WHATS_NEW = 'https://docs.python.org/3/whatsnew/index.html';

const COMPAT = 'https://pythoncapi-compat.readthedocs.io/en/latest/api.html';

const columns = (today: string): Record<string, Column> => {
  const column = apiColumn(today);
  return {
    symbol: column('key', 'Name', '名称', HEADERS),
    struct: column('text', 'Struct', '结构体', HEADERS),
    kind: column('text', 'Kind', '种类', HEADERS),
    deprecated: column('text', 'Deprecated since', '弃用于', HEADERS),
    removed: column('text', 'Removed in', '移除于', HEADERS),
    changed: column('text', 'Changed in', '变更于', HEADERS),
    instead: column('code', 'Instead', '替代', WHATS_NEW),
    compat: column('code', 'For older Pythons', '兼容旧版 Python', COMPAT),
    internal: column('code', 'Private header', '私有头文件', HEADERS),
    note: column('text', 'Note', '说明', WHATS_NEW),
  };
};

/** Header of a project of CPython's that gives new names to old Pythons. */
const COMPAT_HEADER = 'pythoncapi_compat.h';

/** The release of Python 2 that Python 3 is compared with. */
const PYTHON_2 = '2.7';

/**
 * Makes the table of what CPython's C API no longer has, from the headers of its releases.
 *
 * @param folder has `python/<version>/`, the folder with `Python.h` of 2.7 and of 3.6 to the newest release, and
 *   `pythoncapi_compat.h`
 * @param today day on which the headers are read
 *
 * @throws {UsageError} if a header is missing, or if a replacement is not declared
 */
export async function makePythonCApi(folder: string, today: string): Promise<BuiltTable> {
  const releases = await readReleases(path.join(folder, 'python'));
  const table = {
    title: { en: 'Names removed from the C API of Python', zh: 'Python C API 中移除的名称' },
    columns: columns(today),
    rows: pythonCApiRows(releases, await readCompat(folder, releases)),
  };
  return { table, advice: [] };
}

async function readReleases(folder: string): Promise<PythonHeaders[]> {
  const versions = (await readdir(folder).catch(() => []))
    .filter((name) => /^\d\.\d+$/.test(name))
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const releases: PythonHeaders[] = [];
  for (const version of versions)
    releases.push(await readPythonHeaders(path.join(folder, version), version));
  if (releases.length === 0) throw new UsageError(`${folder}: no folders of releases`);
  return releases;
}

/** Returns the names that the compatibility header gives to any of the releases, with its own name. */
async function readCompat(
  folder: string,
  releases: readonly PythonHeaders[],
): Promise<Map<string, string>> {
  await access(path.join(folder, COMPAT_HEADER)).catch(() => {
    throw new UsageError(`${path.join(folder, COMPAT_HEADER)}: no such file`);
  });
  const names = new Map<string, string>();
  for (const { version } of releases.filter((release) => release.version !== PYTHON_2)) {
    const folders = [path.join(folder, 'python', version), folder];
    const source = `#include <Python.h>\n#include <frameobject.h>\n#include "${COMPAT_HEADER}"\n`;
    const isCompat = (file: string) => path.basename(file) === COMPAT_HEADER;
    for (const { name } of await readHeaders(source, folders, isCompat))
      names.set(name, COMPAT_HEADER);
  }
  return names;
}
