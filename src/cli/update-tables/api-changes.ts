import type { CDeclaration } from './c-declarations.ts';

/** Declarations in the headers of one release. */
export interface HeaderRelease {
  /** `3.13` */
  version: string;
  declarations: readonly CDeclaration[];
  /** Names of headers that can be included. */
  headers: readonly string[];
}

/** A name that later releases lack, or that they declare differently. */
export interface ApiChange {
  name: string;
  kind: CDeclaration['kind'] | 'header' | 'struct';
  /** Of a member. */
  struct?: string;
  /** First release without it. */
  removed?: string;
  /** Of a removed macro: the other name that it stood for. */
  alias?: string;
  /**
   * First release in which the function takes another number of arguments, the macro cannot be assigned to, or the struct
   * has no members.
   */
  changed?: string;
}

/**
 * Compares releases, the oldest first: names that the newest lacks, functions that take another number of arguments, macros
 * that can no longer be assigned to, and structs whose members are private. A name that was restored is not listed.
 */
export function findChanges(releases: readonly HeaderRelease[]): ApiChange[] {
  const changes = new Map<string, ApiChange>();
  for (const [index, release] of releases.entries()) {
    const before = releases[index - 1];
    if (!before) continue;
    const { version } = release;
    const names = byName(release);
    const later = releases.slice(index).map(byName);
    for (const [key, { name, kind, struct, text }] of byName(before)) {
      const now = names.get(key);
      const change = changes.get(key) ?? { name, kind, ...(struct !== undefined && { struct }) };
      if (later.every((found) => !found.has(key)))
        changes.set(key, { ...change, ...aliasOf(kind, text), removed: version });
      else if (now && isChanged({ kind, text }, now))
        changes.set(key, { ...change, changed: version });
    }
    for (const name of structsWithMembers(before)) {
      if (names.has(name) && !structsWithMembers(release).has(name))
        changes.set(name, { name, kind: 'struct', changed: version });
    }
  }
  return [...changes.values()];
}

/** The declarations by name, members with that of their struct: a later one wins. */
function byName({ declarations, headers }: HeaderRelease): Map<string, Named> {
  return new Map<string, Named>([
    ...headers.map((name): [string, Named] => [name, { name, kind: 'header', text: '' }]),
    ...declarations.map((found): [string, Named] => [qualifiedName(found), found]),
  ]);
}

type Named = Pick<CDeclaration, 'name' | 'struct' | 'text'> & { kind: ApiChange['kind'] };

/** `PyFrameObject.f_code` for a member, the name itself for the rest. */
export const qualifiedName = ({ name, struct }: Pick<CDeclaration, 'name' | 'struct'>): string =>
  struct === undefined ? name : `${struct}.${name}`;

const structsWithMembers = ({ declarations }: HeaderRelease): Set<string> =>
  new Set(declarations.flatMap(({ struct }) => struct ?? []));

const aliasOf = (kind: ApiChange['kind'], text: string) =>
  kind === 'macro' && /^[A-Za-z_]\w*$/.test(text) ? { alias: text } : {};

/** The replacement of a macro that stands for a member: `(_PyObject_CAST(ob)->ob_type)`, `(((PyThing *)(op))->nd)`. */
const ASSIGNABLE = /^\((?:_Py\w+_CAST\(\w+\)|\(\(\w+ \*\)\(\w+\)\))->\w+(?:->\w+)?\)$/;

function isChanged(before: Pick<Named, 'kind' | 'text'>, now: Named): boolean {
  if (before.kind === 'function')
    return now.kind === 'function' && countOf(now.text) !== countOf(before.text);
  return before.kind === 'macro' && ASSIGNABLE.test(before.text) && !ASSIGNABLE.test(now.text);
}

/** Counts the parameters of a function. */
function countOf(parameters: string): number {
  if (parameters === '' || parameters === 'void') return 0;
  let depth = 0;
  let count = 1;
  for (const character of parameters) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) count += 1;
  }
  return count;
}
