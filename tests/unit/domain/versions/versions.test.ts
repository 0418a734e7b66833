import { expect, test } from 'vitest';
import {
  compareVersions,
  describeGrammar,
  isPythonSpecifier,
  isVersion,
} from '../../../../src/domain/versions/versions.ts';

test.each([
  ['PyPI', '3.1.0', true],
  ['PyPI', '3.1.0a1', true],
  ['PyPI', '0.18.0.0', true],
  ['PyPI', '1!2.0.post1', true],
  ['PyPI', '3.x', false],
  ['PyPI', '', false],
  ['PyPI', 'latest', false],
  ['crates.io', '0.23.0', true],
  ['crates.io', '0.23.0-beta.1', true],
  ['crates.io', '0.23.0+build.5', true],
  ['crates.io', '0.23', false],
  ['crates.io', 'v0.23.0', false],
  ['crates.io', '=0.23.0', false],
  ['crates.io', ' 0.23.0', false],
] as const)('%s takes %j as a version: %s', (ecosystem, text, expected) => {
  expect(isVersion(ecosystem, text)).toBe(expected);
});

test.each([
  ['PyPI', '3.1.0a1', '3.1.0'],
  ['PyPI', '3.0.9', '3.0.10'],
  ['PyPI', '0.61.2', '0.62.0'],
  ['crates.io', '0.23.0-rc.1', '0.23.0'],
  ['crates.io', '0.9.0', '0.23.0'],
] as const)('in %s, %s is older than %s', (ecosystem, older, newer) => {
  expect(compareVersions(ecosystem, older, newer)).toBeLessThan(0);
  expect(compareVersions(ecosystem, newer, older)).toBeGreaterThan(0);
});

test.each([
  ['>=3.8', true],
  ['>=3.9,<3.13', true],
  ['==3.11.*', true],
  ['', false],
  ['3.8', false],
  ['>=3.8 or so', false],
])('%j is a Python specifier: %s', (text, expected) => {
  expect(isPythonSpecifier(text)).toBe(expected);
});

test('each ecosystem names its own grammar', () => {
  expect(describeGrammar('PyPI')).toBe('a PEP 440 version such as 3.1.0, 3.1.0a1');
  expect(describeGrammar('crates.io')).toBe('a SemVer version such as 0.23.0, 0.23.0-beta.1');
});
