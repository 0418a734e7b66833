import type { Ecosystem } from './vocabulary.ts';

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
