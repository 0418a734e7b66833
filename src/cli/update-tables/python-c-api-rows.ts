import { findChanges, qualifiedName, type ApiChange } from './api-changes.ts';
import { apiRows } from './api-rows.ts';
import type { Row } from './lookup-table.ts';
import { NOTES, REPLACEMENTS } from './python-c-api-replacements.ts';
import type { PythonHeaders } from './python-headers.ts';

/** The first release of Python 3 that is compared: with Python 2.7. */
const FIRST_PYTHON_3 = '3.6';

/** Private structs whose members extensions use. */
const USED_PRIVATE_STRUCTS = new Set(['_PyErr_StackItem', '_PyArg_Parser']);

/**
 * Returns a row for each name that releases of CPython removed or changed.
 *
 * @param releases the oldest first
 * @param compat headers that give names to old Pythons, by name
 *
 * @throws {UsageError} if the newest release does not declare a replacement
 */
export function pythonCApiRows(
  releases: readonly PythonHeaders[],
  compat: ReadonlyMap<string, string>,
): Row[] {
  const newest = releases.at(-1);
  const declared = new Set(newest?.declarations.map(qualifiedName));
  const changes = findChanges(releases).filter(
    ({ name, struct }) => struct === undefined || isUsedMember(name, struct, declared),
  );
  return apiRows(changes.flatMap(sincePython3), {
    declared,
    replacements: REPLACEMENTS,
    notes: NOTES,
    compat,
    deprecated: new Map(releases.flatMap((release) => [...release.deprecated])),
    internal: newest?.internal ?? new Map(),
  });
}

/** Of what Python 3 changed, only removed public names count; the minor release that removed them is not known. */
function sincePython3({ changed, ...change }: ApiChange): ApiChange[] {
  const { name, removed } = change;
  if (removed === FIRST_PYTHON_3) return name.startsWith('_') ? [] : [{ ...change, removed: '3' }];
  const isLater = changed !== undefined && changed !== FIRST_PYTHON_3;
  if (removed === undefined && !isLater) return [];
  return [{ ...change, ...(isLater && { changed }) }];
}

/** Drops members of structs that are gone or private. */
const isUsedMember = (name: string, struct: string, declared: ReadonlySet<string>) =>
  declared.has(struct) &&
  (!/^(?:ob)?_/.test(name) || name === 'ob_digit') &&
  (!struct.startsWith('_') || USED_PRIVATE_STRUCTS.has(struct));
