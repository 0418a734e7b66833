import { UsageError } from '../shared/usage-error.ts';
import { findChanges, qualifiedName, type ApiChange } from './api-changes.ts';
import { KIND_NAMES } from './kind-names.ts';
import { withoutEmptyCells, type Row } from './lookup-columns.ts';
import { NOTES, REPLACEMENTS } from './python-c-api-replacements.ts';
import type { PythonHeaders } from './python-headers.ts';

/** Header of a project of CPython's that gives new names to old Pythons. */
export const COMPAT_HEADER = 'pythoncapi_compat.h';

/** The first release of Python 3 that is compared: with Python 2.7. */
const FIRST_PYTHON_3 = '3.6';

/** Private structs whose members extensions use. */
const USED_PRIVATE_STRUCTS = new Set(['_PyErr_StackItem', '_PyArg_Parser']);

/**
 * Returns a row for each name that releases of CPython removed or changed.
 *
 * @param releases the oldest first
 * @param compat names that the compatibility header gives to old Pythons
 *
 * @throws {UsageError} if the newest release does not declare a replacement
 */
export function pythonCApiRows(
  releases: readonly PythonHeaders[],
  compat: ReadonlySet<string>,
): Row[] {
  const newest = releases.at(-1);
  const declared = new Set(newest?.declarations.map(qualifiedName));
  const deprecated = new Map(releases.flatMap((release) => [...release.deprecated]));
  const changes = selectChanges(findChanges(releases), declared);
  const ambiguous = namesOfSeveral(changes);
  const rows = changes.map((change): Row => {
    const name = qualifiedName(change);
    const instead = [REPLACEMENTS[name] ?? []].flat();
    for (const replacement of instead) checkReplacement(name, replacement, declared);
    return withoutEmptyCells(rowId(name), name, {
      symbol: symbolKeys(change, ambiguous),
      struct: change.struct,
      kind: KIND_NAMES[change.kind],
      deprecated: change.kind === 'member' ? undefined : deprecated.get(change.name),
      removed: change.removed === FIRST_PYTHON_3 ? '3' : change.removed,
      changed: change.changed,
      instead,
      compat: instead.some((code) => compat.has(identifierOf(code))) ? COMPAT_HEADER : undefined,
      internal: change.removed === undefined ? undefined : newest?.internal.get(change.name),
      note: NOTES[name],
    });
  });
  return rows.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/**
 * Drops members of structs that are gone or private, and names that differ from another only in case: names are compared
 * without it.
 */
function selectChanges(changes: readonly ApiChange[], declared: ReadonlySet<string>): ApiChange[] {
  const forms = new Set([...declared].map((name) => name.toLowerCase()));
  return changes.filter((change) => {
    const { name, struct, removed, changed } = change;
    if (changed === FIRST_PYTHON_3 || (removed === FIRST_PYTHON_3 && name.startsWith('_')))
      return false;
    if (struct !== undefined) return isUsedMember(name, struct, declared);
    const form = name.toLowerCase();
    if (removed !== undefined && forms.has(form)) return false;
    forms.add(form);
    return true;
  });
}

const isUsedMember = (name: string, struct: string, declared: ReadonlySet<string>) =>
  declared.has(struct) &&
  (!/^(?:ob)?_/.test(name) || name === 'ob_digit') &&
  (!struct.startsWith('_') || USED_PRIVATE_STRUCTS.has(struct));

/** Returns the names that several changes have, in lower case. */
function namesOfSeveral(changes: readonly ApiChange[]): Set<string> {
  const names = changes.map(({ name }) => name.toLowerCase());
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** A member is found by its own name only if that says what it belongs to: many structs have a `next`. */
function symbolKeys(change: ApiChange, ambiguous: ReadonlySet<string>): string[] {
  const { name, struct } = change;
  const qualified = qualifiedName(change);
  const isClear = name.includes('_') && !ambiguous.has(name.toLowerCase());
  return struct !== undefined && isClear ? [name, qualified] : [qualified];
}

/** `private-pylong-asint` for `_PyLong_AsInt`, which is not `PyLong_AsInt`. */
const rowId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^_/, 'private-')
    .replaceAll(/[^a-z0-9]+/g, '-');

const identifierOf = (code: string): string => /^\w+/.exec(code)?.[0] ?? '';

function checkReplacement(name: string, replacement: string, declared: ReadonlySet<string>): void {
  const [identifier = ''] = /^_?Py[\w.]*/.exec(replacement) ?? [];
  if (identifier !== '' && identifier !== 'Python.h' && !declared.has(identifier))
    throw new UsageError(`${name}: the newest headers do not declare ${identifier}`);
}
