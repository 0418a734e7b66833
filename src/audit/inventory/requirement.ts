import { isVersion } from '../../domain/versions/versions.ts';
import { normalizeName } from '../../domain/versions/package-name.ts';

/** One line of a requirements file, as far as it names what is installed. */
export type Requirement =
  /** A package; `version` where it is pinned to one. */
  | { kind: 'package'; name: string; version?: string }
  /** A name and nothing else: only its neighbors tell whether that is a requirement or a word. */
  | { kind: 'bare'; name: string }
  /** `-r other.txt`, `-c other.txt` */
  | { kind: 'reference' }
  /** An option, or a place without a version: understood, and of no use. */
  | { kind: 'option' };

/** A name after PEP 508. */
const NAME = /^[A-Za-z0-9][\w.-]{0,99}/;

/** One clause of a version specifier; versions begin with a digit, so that prose is none. */
const CLAUSE = /^(===|==|~=|!=|<=|>=|<|>)[ \t]{0,9}(v?\d[\w.!+*-]{0,99})$/;

/** Where the clauses end: a marker, an option of this requirement, a comment. */
const BEHIND_CLAUSES = /;|[ \t]--|[ \t]#/;

const REFERENCE = /^(?:-[rc][ \t]{0,9}\S|--(?:requirement|constraint)[ \t=])/;
const OPTION = /^(?:-[efi][ \t]{0,9}\S|--[a-z][a-z-]{1,40}(?:[ \t=]|$))/;
const PLACE = /^(?:(?:git|hg|svn|bzr)\+|https?:\/\/|file:|\.{0,2}\/)/;
const EGG = /#egg=([A-Za-z0-9][\w.-]{0,99})/;

/** Name and version of a wheel, by its file name. */
const WHEEL = /^([A-Za-z0-9][\w.]{0,99})-(\d[^-]{0,99})-.+\.whl$/;

/** A longer file name is none. */
const MAX_FILE_NAME = 255;

/**
 * Reads a line of a requirements file (PEP 508 and what pip adds), comments and continuation lines already joined.
 *
 * Markers are passed over: they speak of other machines as well.
 *
 * @returns `undefined` for anything else
 */
export function readRequirement(line: string): Requirement | undefined {
  const text = line.trim();
  if (REFERENCE.test(text)) return { kind: 'reference' };
  if (OPTION.test(text) || PLACE.test(text)) return located(text);
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
  const at = rest.search(BEHIND_CLAUSES);
  return at < 0 ? rest.length : at;
}

/** What stands behind `[extra, other]`; `undefined` where that is not closed. */
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

/** `name @ https://.../name-1.2.3-py3-none-any.whl`: the version is in the file name, if anywhere. */
function pinnedByAddress(name: string, text: string): Requirement {
  const wheel = wheelOf(text.slice(1));
  const isSame = wheel && normalizeName(wheel.name) === normalizeName(name);
  return { kind: 'package', name, ...(isSame && { version: wheel.version }) };
}

/** `-e git+https://...#egg=name`, `./dist/name-1.2.3-py3-none-any.whl`. */
function located(text: string): Requirement {
  const wheel = wheelOf(text);
  if (wheel) return { kind: 'package', ...wheel };
  const egg = EGG.exec(text)?.[1];
  return egg === undefined ? { kind: 'option' } : { kind: 'package', name: egg };
}

/** The wheel that an address or a path leads to. */
function wheelOf(text: string): { name: string; version: string } | undefined {
  const [address = ''] = text.trim().split(/[#;?\s]/, 1);
  const file = address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
  if (file.length > MAX_FILE_NAME) return undefined;
  // The `+` of local versions is escaped in addresses.
  const [, name = '', version = ''] = WHEEL.exec(file.replaceAll(/%2b/gi, '+')) ?? [];
  return isVersion('PyPI', version) ? { name, version } : undefined;
}
