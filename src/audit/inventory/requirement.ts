import { isVersion } from '../../domain/versions/versions.ts';
import { normalizeName } from '../../domain/versions/package-name.ts';

/** One requirement of a requirements file. */
export type Requirement =
  /** A package; `version` if it is pinned. */
  | { kind: 'package'; name: string; version?: string }
  /** A name alone, which may also be a word of prose. */
  | { kind: 'bare'; name: string }
  /** `-r other.txt`, `-c other.txt` */
  | { kind: 'reference' }
  /** Recognized but ignored: options, unversioned paths and URLs. */
  | { kind: 'option' };

/** A name as in PEP 508. */
const NAME = /^[A-Za-z0-9][\w.-]{0,99}/;

/** One clause of a version specifier. A version begins with a digit, which excludes prose. */
const CLAUSE = /^(===|==|~=|!=|<=|>=|<|>)[ \t]{0,9}(v?\d[\w.!+*-]{0,99})$/;

/** End of the clauses: a marker, an option of the requirement, a comment. */
const END_OF_CLAUSES = /;|[ \t]--|[ \t]#/;

const REFERENCE = /^(?:-[rc][ \t]{0,9}\S|--(?:requirement|constraint)[ \t=])/;
const OPTION = /^(?:-[efi][ \t]{0,9}\S|--[a-z][a-z-]{1,40}(?:[ \t=]|$))/;
const LOCATION = /^(?:(?:git|hg|svn|bzr)\+|https?:\/\/|file:|\.{0,2}\/)/;
const EGG = /#egg=([A-Za-z0-9][\w.-]{0,99})/;

/** Name and version of a wheel, by its file name. */
const WHEEL = /^([A-Za-z0-9][\w.]{0,99})-(\d[^-]{0,99})-.+\.whl$/;

const MAX_FILE_NAME_LENGTH = 255;

/**
 * Parses a requirement (PEP 508 and pip's additions) without its comment and with its continuation lines joined. Markers
 * are ignored, since they may be about other machines.
 *
 * @returns `undefined` for anything else
 */
export function readRequirement(line: string): Requirement | undefined {
  const text = line.trim();
  if (REFERENCE.test(text)) return { kind: 'reference' };
  if (OPTION.test(text) || LOCATION.test(text)) return readLocation(text);
  const [name = ''] = NAME.exec(text) ?? [];
  if (!/[A-Za-z0-9]$/.test(name)) return undefined;
  if (name === text) return { kind: 'bare', name };
  const rest = withoutExtras(text.slice(name.length).trimStart());
  if (rest === undefined) return undefined;
  if (rest.startsWith('@')) return pinnedByAddress(name, rest);
  const clauses = rest.slice(0, endOfClauses(rest)).trim();
  if (clauses === '') return { kind: 'package', name };
  return pinnedByClauses(name, clauses);
}

function endOfClauses(rest: string): number {
  const start = rest.search(END_OF_CLAUSES);
  return start < 0 ? rest.length : start;
}

/** Removes `[extra, other]`; `undefined` if the bracket is not closed. */
function withoutExtras(text: string): string | undefined {
  if (!text.startsWith('[')) return text;
  const end = text.indexOf(']');
  if (end < 0 || !/^[\w\s.,-]*$/.test(text.slice(1, end))) return undefined;
  return text.slice(end + 1).trimStart();
}

function pinnedByClauses(name: string, text: string): Requirement | undefined {
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  const clauses = inner.split(',').map((clause) => CLAUSE.exec(clause.trim()));
  if (clauses.some((clause) => clause === null)) return undefined;
  const pin = clauses.find(
    (clause) => clause?.[1]?.startsWith('==') && !clause[2]?.endsWith('*'),
  )?.[2];
  return { kind: 'package', name, ...(pin !== undefined && { version: pin }) };
}

/** Reads `name @ https://.../name-1.2.3-py3-none-any.whl`; only the name of a wheel contains a version. */
function pinnedByAddress(name: string, text: string): Requirement {
  const wheel = wheelOf(text.slice(1));
  const isSame = wheel && normalizeName(wheel.name) === normalizeName(name);
  return { kind: 'package', name, ...(isSame && { version: wheel.version }) };
}

/** Reads `-e git+https://...#egg=name` and `./dist/name-1.2.3-py3-none-any.whl`. */
function readLocation(text: string): Requirement {
  const wheel = wheelOf(text);
  if (wheel) return { kind: 'package', ...wheel };
  const egg = EGG.exec(text)?.[1];
  return egg === undefined ? { kind: 'option' } : { kind: 'package', name: egg };
}

/** Parses the name of the wheel at the end of a URL or a path. */
function wheelOf(text: string): { name: string; version: string } | undefined {
  const [address = ''] = text.trim().split(/[#;?\s]/, 1);
  const file = address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
  if (file.length > MAX_FILE_NAME_LENGTH) return undefined;
  // The `+` of local versions is escaped in addresses.
  const [, name = '', version = ''] = WHEEL.exec(file.replaceAll(/%2b/gi, '+')) ?? [];
  return isVersion('PyPI', version) ? { name, version } : undefined;
}
