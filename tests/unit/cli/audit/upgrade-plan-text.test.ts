import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Upgrade } from '../../../../src/audit/upgrade-plan.ts';
import { constraintsText, upgradePlanText } from '../../../../src/cli/audit/upgrade-plan-text.ts';
import { MemoryOutput } from '../../../support/mock-server.ts';

const upgrade = (name: string, parts: Partial<Upgrade> = {}): Upgrade => ({
  ecosystem: 'PyPI',
  name,
  installed: '1.0.0',
  to: '1.2.0',
  clears: ['KF-0001'],
  ...parts,
});

/** Returns the lines as a terminal shows them, without styles. */
function shown(upgrades: Upgrade[]): string[] {
  const output = new MemoryOutput();
  output.write(upgradePlanText({ upgrades, remaining: [] }, 'en').join('\n'));
  return stripVTControlCharacters(output.text).split('\n');
}

test('lists the packages in a table, and upgrades them in one command', () => {
  const many = ['KF-0001', 'KF-0002', 'KF-0003', 'KF-0004'];
  expect(
    shown([upgrade('numba'), upgrade('numpy', { installed: '1.26.4', clears: many })]),
  ).toEqual([
    'Upgrade plan',
    '  package  installed  upgrade to  fixes',
    '  numba    1.0.0      1.2.0       KF-0001',
    '  numpy    1.26.4     1.2.0       4 faults',
    '    pip install "numba==1.2.0" "numpy==1.2.0"',
  ]);
});

test.each([
  ['0.22.1', '0.22.6', '    cargo update -p pyo3@0.22.1 --precise 0.22.6'],
  ['1.2.0', '1.9.0', '    cargo update -p pyo3@1.2.0 --precise 1.9.0'],
  ['0.22.1', '0.23.0', '    Require pyo3 0.23.0 or later in Cargo.toml.'],
  ['1.2.0', '2.0.0', '    Require pyo3 2.0.0 or later in Cargo.toml.'],
])('upgrades a crate from %s to %s', (installed, to, line) => {
  const lines = shown([upgrade('pyo3', { ecosystem: 'crates.io', installed, to })]);
  expect(lines.slice(3)).toEqual([line]);
});

test('the constraints contain Python packages only', () => {
  const upgrades = [
    upgrade('numba'),
    upgrade('pyo3', { ecosystem: 'crates.io' }),
    upgrade('numpy'),
  ];
  expect(constraintsText({ upgrades, remaining: [] })).toBe('numba==1.2.0\nnumpy==1.2.0');
});
