import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inventory } from '../../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';
import type { MachineFacts } from '../../../../src/domain/environment/environment.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/environments');

function fixture(name: string, facts: MachineFacts = {}): Inventory {
  return readInventory([{ text: readFileSync(path.join(FOLDER, name), 'utf8'), name }], facts);
}

function read(...lines: string[]): Inventory {
  return readInventory([{ text: lines.join('\n') }]);
}

/** `numpy 2.0.2`, in the order of the text. */
function pins({ packages }: Inventory): string[] {
  return packages.map(({ name, version }) => `${name} ${version ?? '?'}`);
}

/** The packages that are installed only in some environments, with the facts that decide it. */
function undecided({ packages }: Inventory): string[] {
  return packages.flatMap(({ name, version, dependsOn }) =>
    dependsOn ? [`${name} ${version} ${dependsOn.join(', ')}`] : [],
  );
}

describe('pixi.lock', () => {
  test('has the packages of all environments; what differs between them depends on the Python', () => {
    expect(undecided(fixture('pixi.lock'))).toEqual([
      'python 3.13.0 python',
      'python 3.9.20 python',
      'numpy 2.1.3 python',
      'numpy 2.0.2 python',
    ]);
  });

  test('has those of the environment with the Python that the caller names', () => {
    const old = fixture('pixi.lock', { python: '3.9' });
    expect(pins(old)).toContain('numpy 2.0.2');
    expect(pins(old)).not.toContain('numpy 2.1.3');
    expect(undecided(old)).toEqual([]);
  });

  test('of one environment and platform tells both facts', () => {
    expect(
      read(
        'version: 6',
        'environments:',
        '  default:',
        '    channels:',
        '    - url: https://conda.example.org/conda-forge/',
        '    packages:',
        '      win-64:',
        '      - conda: https://conda.example.org/conda-forge/win-64/python-3.13.0-h6fd6274_0_cp313t.conda',
        '      - conda: https://conda.example.org/conda-forge/noarch/six-1.17.0-pyhd8ed1ab_0.conda',
      ),
    ).toMatchObject({ python: '3.13.0', platform: 'windows', completeFor: ['PyPI'] });
  });

  test('of version 4 and 5 has names and versions in its list', () => {
    const lock = read(
      'version: 5',
      'environments:',
      '  default:',
      '    packages:',
      '      linux-64:',
      '      - conda: https://conda.example.org/conda-forge/linux-64/python-3.12.3-hab00c5b_0_cpython.conda',
      '      - pypi: https://files.example.org/a/ab/numpy-2.0.2-cp312-cp312-linux_x86_64.whl',
      '      - pypi: git+https://example.org/demo.git@abc',
      'packages:',
      '- kind: conda',
      '  name: python',
      '  version: 3.12.3',
      '  build: hab00c5b_0_cpython',
      '  subdir: linux-64',
      '  url: https://conda.example.org/conda-forge/linux-64/python-3.12.3-hab00c5b_0_cpython.conda',
      '- kind: pypi',
      '  name: numpy',
      '  version: 2.0.2',
      '  url: https://files.example.org/a/ab/numpy-2.0.2-cp312-cp312-linux_x86_64.whl',
      '  requires_dist:',
      '  - pytest ; extra == "test"',
      '- kind: pypi',
      '  name: demo',
      "  version: '0.1'",
      '  url: git+https://example.org/demo.git@abc',
    );
    expect(pins(lock)).toEqual(['python 3.12.3', 'numpy 2.0.2', 'demo 0.1']);
    expect(lock).toMatchObject({ recognized: [{ kind: 'pixi-lock' }], notUnderstoodCount: 0 });
  });

  test('cut off behind its environments has their packages', () => {
    const text = readFileSync(path.join(FOLDER, 'pixi.lock'), 'utf8');
    const cut = readInventory([{ text: text.slice(0, text.indexOf('\npackages:')) }]);
    expect(cut.recognized).toMatchObject([{ kind: 'pixi-lock', packages: 10 }]);
  });
});

describe('conda-lock.yml', () => {
  test('has the packages of all platforms; those of one depend on the platform', () => {
    expect(undecided(fixture('conda-lock.yml'))).toEqual([
      '_libgcc_mutex 0.1 platform',
      'colorama 0.4.6 platform',
    ]);
    const windows = fixture('conda-lock.yml', { platform: 'windows' });
    expect(pins(windows)).toContain('colorama 0.4.6');
    expect(pins(windows)).not.toContain('_libgcc_mutex 0.1');
  });

  test('may have its keys in any order, and quoted versions', () => {
    const lock = read(
      'package:',
      '- category: main',
      '  dependencies:',
      "    numpy: '>=1.20'",
      '  manager: pip',
      '  name: numba',
      '  platform: linux-64',
      '  url: https://files.example.org/numba-0.60.0-cp312-cp312-linux_x86_64.whl',
      '  version: "0.60.0"',
      '- category: main',
      '  manager: conda',
      '  name: pytorch',
      '  platform: linux-64',
      '  url: https://conda.example.org/conda-forge/linux-64/pytorch-2.5.1-cpu_py312_0.conda',
      '  version: 2.5.1',
    );
    expect(pins(lock)).toEqual(['numba 0.60.0', 'torch 2.5.1']);
    expect(lock).toMatchObject({ recognized: [{ kind: 'conda-lock' }], platform: 'linux' });
  });
});

test.each([
  'version: 3\nservices:\n  web:\n    image: x',
  'packages:\n  - a\n  - b',
  'metadata:\n  name: x',
])('%j is of neither tool', (text) => {
  expect(read(text)).toMatchObject({ packages: [], recognized: [], understoodCount: 0 });
});
