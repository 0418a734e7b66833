import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../shared/usage-error.ts';
import { apiColumn, withoutEmptyCells } from './api-table.ts';
import type { Column, Row } from './lookup-table.ts';
import { FINANCIAL, NOTES, REPLACEMENTS, UNUSABLE_SINCE } from './numpy-names-replacements.ts';
import type { BuiltTable } from './system-libraries/system-libraries.ts';

const WHEELS = 'https://pypi.org/project/numpy/#history';

const GUIDE = 'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html';

const columns = (today: string): Record<string, Column> => {
  const column = apiColumn(today);
  return {
    attribute: column('key', 'Name', '名称', WHEELS),
    removed: column('text', 'Removed in', '移除于', WHEELS),
    restored: column('text', 'Restored in', '恢复于', WHEELS),
    instead: column('code', 'Instead', '替代', GUIDE),
    package: column('code', 'Package', '软件包', 'https://pypi.org/project/numpy-financial/'),
    note: column('text', 'Note', '说明', GUIDE),
  };
};

/** Parts of NumPy whose removed names people use. */
const USED = /^(?:[^.]+|(?:lib|ndarray|testing)\.[^.]+)$/;

/** Names that one release of NumPy has. */
export interface NumpyNamespace {
  /** `2.4` */
  version: string;
  /** `float64`, `lib.npyio`, `ndarray.ptp` */
  names: ReadonlySet<string>;
}

/**
 * Makes the table of names that `import numpy` no longer has.
 *
 * @param folder has `numpy-names/<minor release>.txt`, a name a line: what `getattr` finds in `numpy`, and in its parts as
 *   `lib.npyio`, of the names that any release lists with `dir`
 * @param today day on which the names were read
 *
 * @throws {UsageError} if there are no such files
 */
export async function makeNumpyNames(folder: string, today: string): Promise<BuiltTable> {
  const place = path.join(folder, 'numpy-names');
  const files = (await readdir(place).catch(() => []))
    .filter((file) => /^\d\.\d+\.txt$/.test(file))
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  if (files.length === 0) throw new UsageError(`${place}: no lists of names`);
  const releases = await Promise.all(
    files.map(async (file): Promise<NumpyNamespace> => {
      const text = await readFile(path.join(place, file), 'utf8');
      return { version: path.basename(file, '.txt'), names: new Set(text.trim().split(/\s+/)) };
    }),
  );
  const table = {
    title: { en: 'Names removed from NumPy', zh: 'NumPy 中移除的名称' },
    columns: columns(today),
    rows: numpyNameRows(releases),
  };
  return { table, advice: [] };
}

/** Returns a row for each name that a release lacks after one that has it, sorted by id. */
export function numpyNameRows(releases: readonly NumpyNamespace[]): Row[] {
  const newest = releases.at(-1)?.names ?? new Set<string>();
  const names = [...new Set(releases.flatMap((release) => [...release.names]))].sort();
  const removals = names.flatMap((name) => (USED.test(name) ? findRemoval(name, releases) : []));
  return lastOfEachForm(removals)
    .map(({ name, removed, restored }) =>
      withoutEmptyCells(rowId(name), name.startsWith('ndarray.') ? name : `np.${name}`, {
        attribute: attributeKeys(name),
        removed,
        restored,
        instead: insteadOf(name, newest),
        package: FINANCIAL.includes(name) ? 'numpy-financial' : undefined,
        note: NOTES[name],
      }),
    )
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** NumPy names a method of arrays without its class: `ptp` was removed from the ndarray class. */
const attributeKeys = (name: string) =>
  name.startsWith('ndarray.') ? [name.slice('ndarray.'.length), name] : [name];

interface Removal {
  name: string;
  removed: string;
  /** First release that has the name again. */
  restored?: string | undefined;
}

function findRemoval(name: string, releases: readonly NumpyNamespace[]): Removal[] {
  const has = releases.map((release) => release.names.has(name));
  const gone = has.indexOf(false, has.indexOf(true));
  const removed = UNUSABLE_SINCE[name] ?? releases[gone]?.version;
  const back = gone < 0 ? -1 : has.indexOf(true, gone);
  return removed === undefined ? [] : [{ name, removed, restored: releases[back]?.version }];
}

/** Of names that differ in case, by which they are not compared, keeps the one that was removed last. */
function lastOfEachForm(removals: readonly Removal[]): Removal[] {
  const forms = new Map<string, Removal>();
  for (const removal of removals) {
    const other = forms.get(removal.name.toLowerCase());
    const isLater =
      !other || removal.removed.localeCompare(other.removed, 'en', { numeric: true }) >= 0;
    if (isLater) forms.set(removal.name.toLowerCase(), removal);
  }
  return [...forms.values()];
}

/** A name of `numpy.lib` is that of `numpy` itself. */
function insteadOf(
  name: string,
  newest: ReadonlySet<string>,
): string | readonly string[] | undefined {
  if (FINANCIAL.includes(name)) return `numpy_financial.${name}`;
  const own = /^lib\.(.+)$/.exec(name)?.[1];
  if (own === undefined) return REPLACEMENTS[name];
  return newest.has(own) ? `np.${own}` : REPLACEMENTS[own];
}

/** `float-underscore` for `float_`, which is not `float`. */
const rowId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/_$/, '-underscore')
    .replaceAll(/[^a-z0-9]+/g, '-');
