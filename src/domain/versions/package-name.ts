import type { Ecosystem } from '../vocabulary.ts';

/** A package of an index. */
export interface Package {
  ecosystem: Ecosystem;
  name: string;
}

/**
 * Normalizes the name of a Python package.
 *
 * @see https://peps.python.org/pep-0503/#normalized-names
 */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,60}/g, '-');
}

/**
 * Returns a key that is the same for all spellings of a package within its ecosystem. crates.io does not distinguish case,
 * `-` and `_`.
 */
export function packageKey(ecosystem: Ecosystem, name: string): string {
  return ecosystem === 'PyPI' ? normalizeName(name) : name.toLowerCase().replaceAll('_', '-');
}

const CRATE_PREFIX = 'crates.io:';

/** Reads a name of `concerns`: a package of PyPI, or `crates.io:NAME`. */
export function readConcern(text: string): Package {
  return text.startsWith(CRATE_PREFIX)
    ? { ecosystem: 'crates.io', name: text.slice(CRATE_PREFIX.length) }
    : { ecosystem: 'PyPI', name: text };
}

interface NameGrammar {
  pattern: RegExp;
  normalize(name: string): string;
}

/** PyPI: PEP 508. crates.io: letters, digits, `-` and `_`; paths in its index are lowercase. */
const grammars: Record<Ecosystem, NameGrammar> = {
  PyPI: { pattern: /^[a-z0-9]$|^[a-z0-9][a-z0-9._-]{0,98}[a-z0-9]$/i, normalize: normalizeName },
  'crates.io': { pattern: /^[a-z][a-z0-9_-]{0,63}$/i, normalize: (name) => name.toLowerCase() },
};

/** Returns the name of a package in its index and in `content/releases/`; `undefined` for an invalid name. */
export function packageName(ecosystem: Ecosystem, name: string): string | undefined {
  const { pattern, normalize } = grammars[ecosystem];
  return pattern.test(name) ? normalize(name) : undefined;
}

/** Returns a key that is unique across ecosystems and the path of the package's file: `PyPI/cython`. */
export function packagePath({ ecosystem, name }: Package): string {
  return `${ecosystem}/${packageName(ecosystem, name) ?? name}`;
}

/** Parses the result of `packagePath`; `undefined` for any other text. */
export function parsePackagePath(path: string): Package | undefined {
  const [ecosystem, name = ''] = path.split('/');
  if (ecosystem !== 'PyPI' && ecosystem !== 'crates.io') return undefined;
  return packageName(ecosystem, name) === name && packagePath({ ecosystem, name }) === path
    ? { ecosystem, name }
    : undefined;
}
