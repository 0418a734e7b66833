import type { Ecosystem } from '../vocabulary.ts';

/** A package as its index knows it. */
export interface Package {
  ecosystem: Ecosystem;
  name: string;
}

/** Names of packages as PEP 503 compares them. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,60}/g, '-');
}

/**
 * What two spellings of one package have in common, within its ecosystem: PEP 503 on PyPI; on crates.io names differ
 * by more than case and `-` or `_`.
 */
export function packageKey(ecosystem: Ecosystem, name: string): string {
  return ecosystem === 'PyPI' ? normalizeName(name) : name.toLowerCase().replaceAll('_', '-');
}

interface NameGrammar {
  pattern: RegExp;
  normalize(name: string): string;
}

/** PyPI: PEP 508. crates.io: letters, digits, `-` and `_`; its index writes the path of a name in lower case. */
const grammars: Record<Ecosystem, NameGrammar> = {
  PyPI: { pattern: /^[a-z0-9]$|^[a-z0-9][a-z0-9._-]{0,98}[a-z0-9]$/i, normalize: normalizeName },
  'crates.io': { pattern: /^[a-z][a-z0-9_-]{0,63}$/i, normalize: (name) => name.toLowerCase() },
};

/** The name under which the index and the files of `content/releases/` have a package; `undefined` for what is no name. */
export function packageName(ecosystem: Ecosystem, name: string): string | undefined {
  const { pattern, normalize } = grammars[ecosystem];
  return pattern.test(name) ? normalize(name) : undefined;
}

/** What tells packages apart across ecosystems, and the path of what is kept of one: `PyPI/cython`. */
export function packagePath({ ecosystem, name }: Package): string {
  return `${ecosystem}/${packageName(ecosystem, name) ?? name}`;
}

/** The package that a path names. */
export function packageOf(path: string): Package | undefined {
  const [ecosystem, name = ''] = path.split('/');
  if (ecosystem !== 'PyPI' && ecosystem !== 'crates.io') return undefined;
  return packageName(ecosystem, name) === name && packagePath({ ecosystem, name }) === path
    ? { ecosystem, name }
    : undefined;
}
