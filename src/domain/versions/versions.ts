import * as pep440 from '@renovatebot/pep440';
import semver from 'semver';
import type { Ecosystem } from '../vocabulary.ts';

/** The versions of one ecosystem. */
interface VersionGrammar {
  readonly name: string;
  readonly example: string;
  isVersion(text: string): boolean;
  normalize(text: string): string | null;
  isPrerelease(version: string): boolean;
  compare(a: string, b: string): number;
}

const grammars: Record<Ecosystem, VersionGrammar> = {
  PyPI: {
    name: 'PEP 440',
    example: '3.1.0, 3.1.0a1',
    isVersion: (text) => pep440.valid(text) !== null,
    // No index accepts local versions (1.0+cu126), and the library does not preserve them.
    normalize: (text) => (pep440.explain(text)?.local === null ? pep440.clean(text) : null),
    isPrerelease: (version) => {
      const parts = pep440.explain(version);
      return parts !== null && (parts.is_prerelease || parts.is_devrelease);
    },
    compare: (a, b) => pep440.compare(a, b),
  },
  'crates.io': {
    name: 'SemVer',
    example: '0.23.0, 0.23.0-beta.1',
    // semver.valid() ignores a leading "v" or "="; crates.io rejects it.
    isVersion: (text) => semver.valid(text) === text.split('+')[0],
    normalize: (text) => (semver.valid(text) === text.split('+')[0] ? text : null),
    isPrerelease: (version) => semver.prerelease(version) !== null,
    compare: (a, b) => semver.compare(a, b),
  },
};

/** True for a version in the grammar of the ecosystem (PEP 440 or SemVer). */
export function isVersion(ecosystem: Ecosystem, text: string): boolean {
  return grammars[ecosystem].isVersion(text);
}

/** Returns a version as its index writes it: `1.0-beta1` becomes `1.0b1`; `undefined` for a version no index accepts. */
export function normalizeVersion(ecosystem: Ecosystem, text: string): string | undefined {
  return grammars[ecosystem].normalize(text) ?? undefined;
}

/** True for alphas, betas, release candidates and development releases. */
export function isPrerelease(ecosystem: Ecosystem, version: string): boolean {
  return grammars[ecosystem].isPrerelease(version);
}

/** Orders valid versions for `sort()`, oldest first. */
export function compareVersions(ecosystem: Ecosystem, a: string, b: string): number {
  return grammars[ecosystem].compare(a, b);
}

/** Describes a valid version for error messages: `a PEP 440 version such as 3.1.0, 3.1.0a1`. */
export function describeGrammar(ecosystem: Ecosystem): string {
  const { name, example } = grammars[ecosystem];
  return `a ${name} version such as ${example}`;
}

/** True for a PEP 440 specifier set such as `>=3.8,<3.13`. */
export function isPythonSpecifier(text: string): boolean {
  return text.trim() !== '' && pep440.validRange(text);
}
