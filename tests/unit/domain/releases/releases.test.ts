import { describe, expect, test } from 'vitest';
import {
  packagePath,
  packageName,
  parsePackagePath,
} from '../../../../src/domain/versions/package-name.ts';
import { sortReleases, newestRelease } from '../../../../src/domain/releases/releases.ts';
import { isPrerelease, normalizeVersion } from '../../../../src/domain/versions/versions.ts';
import type { Ecosystem } from '../../../../src/domain/vocabulary.ts';

describe('the release one gets without naming a version', () => {
  test.each<[Ecosystem, string[], string[], string | undefined]>([
    ['PyPI', ['1.0', '1.1rc1'], [], '1.0'],
    ['PyPI', ['1.0', '1.1', '1.2.dev1'], ['1.1'], '1.0'],
    ['PyPI', ['1.0a1', '1.0a2'], [], '1.0a2'],
    ['PyPI', ['1.0', '1.0.post1'], [], '1.0.post1'],
    ['crates.io', ['0.9.0', '0.10.0', '1.0.0-rc.1'], [], '0.10.0'],
    ['PyPI', ['1.0'], ['1.0'], undefined],
    ['PyPI', [], [], undefined],
  ])('%s: of %j, withdrawn %j: %s', (ecosystem, versions, yanked, expected) => {
    const releases = versions.map((version) => ({
      version,
      ...(yanked.includes(version) ? { yanked: true as const } : {}),
    }));
    expect(newestRelease(ecosystem, releases)?.version).toBe(expected);
  });
});

test('releases stand in the order of their versions, each once, the first entry of two', () => {
  const versions = ['1.10', '1.9', '1.10rc1', '1.9'];
  const releases = versions.map((version, index) => ({ version, day: `2026-01-0${index + 1}` }));
  expect(sortReleases('PyPI', releases)).toEqual([
    { version: '1.9', day: '2026-01-02' },
    { version: '1.10rc1', day: '2026-01-03' },
    { version: '1.10', day: '2026-01-01' },
  ]);
});

test.each<[Ecosystem, string, string | undefined]>([
  ['PyPI', 'v1.0-Beta.1', '1.0b1'],
  ['PyPI', '1.0.0', '1.0.0'],
  ['PyPI', '1.0-1', '1.0.post1'],
  ['PyPI', '1.0+cu126', undefined],
  ['PyPI', '2004d', undefined],
  ['crates.io', '1.0.0-rc.1', '1.0.0-rc.1'],
  ['crates.io', '0.1.0+1.2', '0.1.0+1.2'],
  ['crates.io', '1.0', undefined],
  ['crates.io', 'v1.0.0', undefined],
])('%s: the index writes %s as %s', (ecosystem, text, expected) => {
  expect(normalizeVersion(ecosystem, text)).toBe(expected);
});

test.each<[Ecosystem, string, boolean]>([
  ['PyPI', '1.0rc1', true],
  ['PyPI', '1.0.dev3', true],
  ['PyPI', '1.0.post1', false],
  ['crates.io', '1.0.0-alpha', true],
  ['crates.io', '1.0.0+build', false],
])('%s: %s is a pre-release: %s', (ecosystem, version, expected) => {
  expect(isPrerelease(ecosystem, version)).toBe(expected);
});

test.each<[Ecosystem, string, string | undefined]>([
  ['PyPI', 'PyYAML', 'pyyaml'],
  ['PyPI', 'scikit_build.core', 'scikit-build-core'],
  ['PyPI', '../x', undefined],
  ['PyPI', '', undefined],
  ['PyPI', '-x', undefined],
  ['crates.io', 'PyO3', 'pyo3'],
  ['crates.io', 'rust_decimal', 'rust_decimal'],
  ['crates.io', 'a.b', undefined],
  ['crates.io', 'a/b', undefined],
])('%s: the name %j is %s', (ecosystem, name, expected) => {
  expect(packageName(ecosystem, name)).toBe(expected);
});

test('a key names a package, and only in its normal form', () => {
  expect(packagePath({ ecosystem: 'PyPI', name: 'PyYAML' })).toBe('PyPI/pyyaml');
  expect(parsePackagePath('crates.io/pyo3')).toEqual({ ecosystem: 'crates.io', name: 'pyo3' });
  for (const key of ['PyPI/PyYAML', 'npm/left-pad', 'PyPI', 'PyPI/a/b', '__proto__']) {
    expect(parsePackagePath(key)).toBeUndefined();
  }
});
