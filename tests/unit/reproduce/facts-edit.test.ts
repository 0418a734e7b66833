import { expect, test } from 'vitest';
import type { Facts } from '../../../src/domain/facts/facts.ts';
import { setAffected, setVerified } from '../../../src/reproduce/facts-edit.ts';

const article = (fields: string) =>
  `---\nid: KF-0001 # kept\n${fields}published: 2026-11-21\n---\n\nverified: text\n`;
const verified = { on: '2026-11-30', platform: 'linux-x86_64', python: '3.11.7', broken: 'a 1.0' };
const ON_ONE_LINE =
  'verified: { on: 2026-11-30, platform: linux-x86_64, python: "3.11.7", broken: "a 1.0" }\n';

test.each([
  ['adds the field', ''],
  ['replaces it on one line', 'verified: { on: 2026-11-21 }\n'],
  ['replaces it over several lines', 'verified:\n  {\n    on: 2026-11-21,\n  }\n'],
  ['replaces a block', 'verified:\n  on: 2026-11-21\n  platform: linux\n'],
])('%s', (_, before) => {
  expect(setVerified(article(before), verified)).toBe(article(ON_ONE_LINE));
});

test('a long value is written over several lines', () => {
  const fixed = 'a 1.1 with a long name of another package';
  expect(setVerified(article(''), { ...verified, fixed })).toBe(
    article(`verified:
  {
    on: 2026-11-30,
    platform: linux-x86_64,
    python: "3.11.7",
    broken: "a 1.0",
    fixed: "${fixed}",
  }
`),
  );
});

test('ranges are written one a line', () => {
  const before = 'affected:\n  - { ecosystem: PyPI, package: cython, fixed: "3.1.0" }\n';
  const ranges: Facts['affected'] = [
    { ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.1.0' },
    { ecosystem: 'crates.io', package: 'pyo3' },
  ];
  expect(setAffected(article(before), ranges)).toBe(
    article(`affected:
  - { ecosystem: PyPI, package: cython, introduced: "3.0.0", fixed: "3.1.0" }
  - { ecosystem: crates.io, package: pyo3 }
`),
  );
});
