import { isVersion } from '../../domain/versions/versions.ts';
import { normalizeName } from '../../domain/versions/package-name.ts';

/** One requirement of a requirements file. */
export type Requirement =
  /** A package; `version` if it is pinned, `marker` if it is not for every environment. */
  | { kind: 'package'; name: string; version?: string; marker?: string }
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

/** Name and version of a source distribution, by its file name; old names contain hyphens. */
const SDIST = /^([A-Za-z0-9][\w.-]{0,99})-(\d[^-]{0,99})\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/;

const MAX_FILE_NAME_LENGTH = 255;

/**
 * Parses a requirement (PEP 508 and pip's additions) without its comment and with its continuation lines joined.
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
  if (clauses === '') return { kind: 'package', name, ...markerOf(rest, ';') };
  const version = pinOf(clauses);
  return version && { kind: 'package', name, ...version, ...markerOf(rest, ';') };
}

/** Returns what follows the first separator, up to an option such as `--hash`; an address may contain semicolons. */
function markerOf(rest: string, separator: ';' | ' ;'): { marker?: string } {
  const start = rest.indexOf(separator);
  if (start < 0) return {};
  const [marker = ''] = rest.slice(start + separator.length).split(' --', 1);
  return { marker: marker.trim() };
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

/** Returns the pinned version; `undefined` if the text is not a version specifier. */
function pinOf(text: string): { version?: string } | undefined {
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  const clauses = inner.split(',').map((clause) => CLAUSE.exec(clause.trim()));
  if (clauses.some((clause) => clause === null)) return undefined;
  const pin = clauses.find(
    (clause) => clause?.[1]?.startsWith('==') && !clause[2]?.endsWith('*'),
  )?.[2];
  return pin === undefined ? {} : { version: pin };
}

/** Reads `name @ https://.../name-1.2.3.tar.gz`; only the names of wheels and source distributions contain a version. */
function pinnedByAddress(name: string, text: string): Requirement {
  const file = distributionOf(text.slice(1));
  const isSame = file && normalizeName(file.name) === normalizeName(name);
  return {
    kind: 'package',
    name,
    ...(isSame && { version: file.version }),
    ...markerOf(text, ' ;'),
  };
}

/** Reads `-e git+https://...#egg=name` and `./dist/name-1.2.3-py3-none-any.whl`. */
function readLocation(text: string): Requirement {
  const file = distributionOf(text);
  if (file) return { kind: 'package', ...file, ...markerOf(text, ' ;') };
  const egg = EGG.exec(text)?.[1];
  return egg === undefined ? { kind: 'option' } : { kind: 'package', name: egg };
}

/** Parses the name of the wheel or the source distribution at the end of a URL or a path. */
export function distributionOf(text: string): { name: string; version: string } | undefined {
  const [address = ''] = text.trim().split(/[#;?\s]/, 1);
  const file = address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
  if (file.length > MAX_FILE_NAME_LENGTH) return undefined;
  // The `+` of local versions is escaped in addresses.
  const plain = file.replaceAll(/%2b/gi, '+');
  const [, name = '', version = ''] = WHEEL.exec(plain) ?? SDIST.exec(plain) ?? [];
  return isVersion('PyPI', version) ? { name, version } : undefined;
}
