import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pythonVersions } from '../../domain/versions/python-series.ts';
import { filesByVersion } from '../../upstream/simple-index.ts';
import { parseJson } from '../../upstream/http.ts';
import { UsageError } from '../shared/usage-error.ts';
import { wheelPackages } from './wheel-packages.ts';
import { columnOf, wheelRow, type WheelRow } from './wheel-row.ts';

/** Where the pages come from: `<source><package>/`. */
const SOURCE = 'https://pypi.org/simple/';

/**
 * Makes the table `wheels` from project pages of PyPI.
 *
 * @param folder has the pages in `simple/<package>.json`, in the JSON form of the Simple API (PEP 691)
 * @param checked day on which they were downloaded: `2026-11-30`
 * @returns the table, and a line about the packages without a page
 * @throws {UsageError} for a file that is not such a page
 * @see https://packaging.python.org/en/latest/specifications/simple-repository-api/
 */
export async function wheelsTable(folder: string, checked: string) {
  const pages = path.join(folder, 'simple');
  const names = (await readdir(pages))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
  const rows: WheelRow[] = [];
  for (const name of names) {
    const row = wheelRow(name, await readPage(path.join(pages, `${name}.json`), name));
    if (row) rows.push(row);
  }
  const missing = wheelPackages.filter((name) => !names.includes(name));
  return {
    table: {
      title: { en: 'Wheels by Python version', zh: '各 Python 版本可用的 wheel' },
      columns: columns(checked),
      rows,
    },
    advice: missing.length === 0 ? [] : [`wheels: no page of ${missing.join(', ')}`],
  };
}

async function readPage(file: string, name: string) {
  const files = filesByVersion(name, parseJson(await readFile(file, 'utf8')));
  if (files) return files;
  throw new UsageError(`${file}: not a page of the Simple API in its JSON form (PEP 691)`);
}

function columns(checked: string) {
  const facts = { source: SOURCE, checked };
  const text = (en: string, zh: string) => ({ kind: 'text' as const, title: { en, zh }, ...facts });
  const pythons = pythonVersions.map((python) => [
    columnOf(python),
    text(`Python ${python}`, `Python ${python}`),
  ]);
  return {
    package: { kind: 'key' as const, title: { en: 'Package', zh: '包' }, ...facts },
    newest: text('Newest release', '最新版本'),
    releases: text('Releases with wheels', '有 wheel 的版本'),
    ...(Object.fromEntries(pythons) as Record<string, ReturnType<typeof text>>),
    platforms: text('Other platforms, any Python', '其他平台（不限 Python 版本）'),
    glibc: text('Newest release that runs on glibc', '各 glibc 可用的最新版本'),
  };
}
