import { UsageError } from '../shared/usage-error.ts';
import { qualifiedName, type ApiChange } from './api-changes.ts';
import { KIND_NAMES } from './kind-names.ts';
import { withoutEmptyCells } from './api-table.ts';
import type { Row, TranslatedText } from './lookup-table.ts';

/** Facts about the names of an API that its changes do not have. */
export interface ApiKnowledge {
  /** Names that the newest release declares, members with their struct. */
  declared: ReadonlySet<string>;
  /** Replacements by name. */
  replacements: Readonly<Record<string, string | readonly string[]>>;
  notes: Readonly<Record<string, TranslatedText>>;
  /** Headers that give names to older releases, by name. */
  compat: ReadonlyMap<string, string>;
  deprecated?: ReadonlyMap<string, string>;
  /** Private headers that still declare names, by name. */
  internal?: ReadonlyMap<string, string>;
}

/** Notes of changed names that have no other note. */
const CHANGE_NOTES: Readonly<Partial<Record<ApiChange['kind'], TranslatedText>>> = {
  function: { en: 'It takes another number of arguments.', zh: '参数个数变了。' },
  macro: { en: 'It can no longer be assigned to.', zh: '不能再对它赋值。' },
  struct: { en: 'Its members are private.', zh: '其成员已成为私有。' },
};

/**
 * Returns a row for each change, sorted by id.
 *
 * @throws {UsageError} if the newest release does not declare a replacement
 */
export function apiRows(changes: readonly ApiChange[], knowledge: ApiKnowledge): Row[] {
  const clear = withoutCaseVariants(changes, knowledge.declared);
  const ambiguous = namesOfSeveral(clear);
  return clear
    .map((change) => apiRow(change, symbolKeys(change, ambiguous), knowledge))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function apiRow(change: ApiChange, symbol: string[], knowledge: ApiKnowledge): Row {
  const { kind, struct, removed, changed } = change;
  const name = qualifiedName(change);
  const { declared, replacements, notes, compat, deprecated, internal } = knowledge;
  const alias = change.alias !== undefined && declared.has(change.alias) ? change.alias : [];
  const instead = [replacements[name] ?? alias].flat();
  for (const replacement of instead) checkReplacement(name, replacement, declared);
  return withoutEmptyCells(rowId(name), name, {
    symbol,
    struct,
    kind: KIND_NAMES[kind],
    deprecated: kind === 'member' ? undefined : deprecated?.get(name),
    removed,
    changed,
    instead,
    compat: instead.map((code) => compat.get(identifierOf(code))).find(Boolean),
    internal: removed === undefined ? undefined : internal?.get(name),
    note: notes[name] ?? (removed === undefined ? CHANGE_NOTES[kind] : undefined),
  });
}

/** Drops names that differ only in case from another, or from one that is declared: names are compared without case. */
function withoutCaseVariants(
  changes: readonly ApiChange[],
  declared: ReadonlySet<string>,
): ApiChange[] {
  const forms = new Map<string, string>();
  const variants = new Set<string>();
  for (const name of [...declared, ...changes.map(qualifiedName)]) {
    const form = name.toLowerCase();
    if ((forms.get(form) ?? name) !== name) variants.add(name);
    else forms.set(form, name);
  }
  return changes.filter((change) => !variants.has(qualifiedName(change)));
}

/** Returns the names that several changes have, in lower case. */
function namesOfSeveral(changes: readonly ApiChange[]): Set<string> {
  const names = changes.map(({ name }) => name.toLowerCase());
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** Members that old code of Cython and pybind11 reads, so that their messages are common. */
const WELL_KNOWN_MEMBERS = new Set([
  'PyASCIIObject.wstr',
  'PyThreadState.cframe',
  'PyThreadState.frame',
]);

/**
 * A member is found by its own name only if that says what it belongs to (many structs have a `next`), or if it is well
 * known.
 */
function symbolKeys(change: ApiChange, ambiguous: ReadonlySet<string>): string[] {
  const { name, struct } = change;
  const qualified = qualifiedName(change);
  const isClear =
    (name.includes('_') || WELL_KNOWN_MEMBERS.has(qualified)) && !ambiguous.has(name.toLowerCase());
  return struct !== undefined && isClear ? [name, qualified] : [qualified];
}

/** `private-pylong-asint` for `_PyLong_AsInt`, which is not `PyLong_AsInt`. */
const rowId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^_/, 'private-')
    .replaceAll(/[^a-z0-9]+/g, '-');

const identifierOf = (code: string): string => /^\w+/.exec(code)?.[0] ?? '';

/** A replacement that is a name of the API must be one of the newest release; the rest is code of other libraries. */
const API_NAME = /^(?:_?Py(?!thon\.h)|NPY_|Npy|npy_)[\w.]*/;

function checkReplacement(name: string, replacement: string, declared: ReadonlySet<string>): void {
  const identifier = API_NAME.exec(replacement)?.[0];
  if (identifier !== undefined && !declared.has(identifier))
    throw new UsageError(`${name}: the newest headers do not declare ${identifier}`);
}
