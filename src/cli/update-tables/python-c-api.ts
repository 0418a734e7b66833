import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../shared/usage-error.ts';
import type { ApiTable, Column } from './lookup-columns.ts';
import { COMPAT_HEADER, pythonCApiRows } from './python-c-api-rows.ts';
import { readPythonHeaders, type PythonHeaders } from './python-headers.ts';
import { readHeaders } from './read-headers.ts';

const HEADERS = 'https://github.com/python/cpython/tree/3.15/Include';

/** The day on which the table was made from the headers. */
const CHECKED = '2026-11-30';

const column = (kind: Column['kind'], en: string, zh: string, source = HEADERS): Column => ({
  kind,
  title: { en, zh },
  source,
  checked: CHECKED,
});

const COLUMNS: Record<string, Column> = {
  symbol: column('key', 'Name', '名称'),
  struct: column('text', 'Struct', '结构体'),
  kind: column('text', 'Kind', '种类'),
  deprecated: column('text', 'Deprecated since', '弃用于'),
  removed: column('text', 'Removed in', '移除于'),
  changed: column('text', 'Changed in', '变更于'),
  instead: column('code', 'Instead', '替代', 'https://docs.python.org/3/whatsnew/index.html'),
  compat: column(
    'code',
    'For older Pythons',
    '兼容旧版 Python',
    'https://pythoncapi-compat.readthedocs.io/en/latest/api.html',
  ),
  internal: column('code', 'Private header', '私有头文件'),
  note: column('text', 'Note', '说明', 'https://docs.python.org/3/whatsnew/index.html'),
};

/** The release of Python 2 that Python 3 is compared with. */
const PYTHON_2 = '2.7';

/**
 * Makes the table of what CPython's C API no longer has, from the headers of its releases.
 *
 * @param folder has `python/<version>/`, the folder with `Python.h` of 2.7 and of 3.6 to the newest release, and
 *   `pythoncapi_compat.h`
 *
 * @throws {UsageError} if a header is missing, or if a replacement is not declared
 */
export async function makePythonCApi(folder: string): Promise<ApiTable> {
  const releases = await readReleases(path.join(folder, 'python'));
  return {
    title: { en: 'Names removed from the C API of Python', zh: 'Python C API 中移除的名称' },
    columns: COLUMNS,
    rows: pythonCApiRows(releases, await readCompat(folder, releases)),
  };
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

/** Returns the names that the compatibility header gives to any of the releases. */
async function readCompat(
  folder: string,
  releases: readonly PythonHeaders[],
): Promise<Set<string>> {
  await access(path.join(folder, COMPAT_HEADER)).catch(() => {
    throw new UsageError(`${path.join(folder, COMPAT_HEADER)}: no such file`);
  });
  const names = new Set<string>();
  for (const { version } of releases.filter((release) => release.version !== PYTHON_2)) {
    const folders = [path.join(folder, 'python', version), folder];
    const source = `#include <Python.h>\n#include <frameobject.h>\n#include "${COMPAT_HEADER}"\n`;
    const isCompat = (file: string) => path.basename(file) === COMPAT_HEADER;
    for (const { name } of await readHeaders(source, folders, isCompat)) names.add(name);
  }
  return names;
}
