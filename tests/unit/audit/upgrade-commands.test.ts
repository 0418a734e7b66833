import { expect, test } from 'vitest';
import { upgradeCommands } from '../../../src/audit/upgrade-commands.ts';
import type { Upgrade } from '../../../src/audit/upgrade-plan.ts';

const upgrade = (ecosystem: Upgrade['ecosystem'], name: string, installed: string, to: string) => ({
  ecosystem,
  name,
  installed,
  to,
  clears: [],
});

test('Python packages are upgraded in one command, and each crate in its own', () => {
  const upgrades = [
    upgrade('PyPI', 'numba', '0.60.0', '0.61.2'),
    upgrade('crates.io', 'pyo3', '0.22.1', '0.22.6'),
    upgrade('PyPI', 'numpy', '1.26.4', '2.4.0'),
  ];
  expect(upgradeCommands(upgrades)).toEqual({
    commands: [
      'pip install "numba==0.61.2" "numpy==2.4.0"',
      'cargo update -p pyo3@0.22.1 --precise 0.22.6',
    ],
    requirements: [],
  });
});

test('a crate that breaks with the installed release needs another requirement', () => {
  const crate = upgrade('crates.io', 'pyo3', '0.22.1', '0.23.0');
  expect(upgradeCommands([crate])).toEqual({ commands: [], requirements: [crate] });
});

test('nothing to upgrade needs no command', () => {
  expect(upgradeCommands([])).toEqual({ commands: [], requirements: [] });
});
