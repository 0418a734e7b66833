import { normalizeName } from '../../domain/versions/package-name.ts';

const NAME_CHARACTER = /[a-z0-9-]/;

/** True if a line contains the name of a Python package as a word, in any of its spellings. */
export function namesPackage(line: string, name: string): boolean {
  const text = normalizeName(line);
  const wanted = normalizeName(name);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!NAME_CHARACTER.test(text.charAt(at - 1)) && isWordEnd(text, at + wanted.length))
      return true;
  }
  return false;
}

/** A version may follow a name: `psycopg2-2.9.9.tar.gz`. */
const isWordEnd = (text: string, at: number) =>
  !NAME_CHARACTER.test(text.charAt(at)) || /^-\d/.test(text.slice(at, at + 2));
