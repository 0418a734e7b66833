import { expect, test } from 'vitest';
import { withCrate } from '../../../src/reproduce/crate-version.ts';

test.each([
  ['pyo3 = "0.22"', 'pyo3 = "=0.23.0"'],
  [
    'pyo3 = { version = "0.26.0", features = ["a"] }',
    'pyo3 = { version = "=0.23.0", features = ["a"] }',
  ],
  ['pyo3 = { features = ["a"], default-features = false }', undefined],
  ['pyo3-ffi = "0.22"', undefined],
])('%s', (line, expected) => {
  const files = new Map([
    ['plugin/Cargo.toml', `[dependencies]\n${line}\n`],
    ['run.py', 'pyo3 = "0.22"'],
  ]);
  const changed = withCrate(files, 'pyo3', '=0.23.0');
  expect(changed?.get('plugin/Cargo.toml')).toBe(expected && `[dependencies]\n${expected}\n`);
  if (changed) expect(changed.get('run.py')).toBe('pyo3 = "0.22"');
});
