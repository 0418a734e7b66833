import { expect, test } from 'vitest';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';

const FREEZE = 'the output of "pip freeze", or a lock file';

const files = [
  [
    'setup.py',
    'setup.py',
    'import os\n\nfrom setuptools import setup\n\nsetup(install_requires=["numpy==1.26.4"])\n',
    FREEZE,
  ],
  [
    'setup.cfg',
    'setup.cfg',
    '[metadata]\nname = demo\nversion = 1.0\n\n[options]\ninstall_requires =\n    numpy==1.26.4\n',
    FREEZE,
  ],
  ['pyproject.toml', 'pyproject.toml', '[project]\nname = "demo"\n\n[tool.x]\na = 1\n', FREEZE],
  [
    'tox.ini',
    'tox.ini',
    '[tox]\nenvlist = py313\n\n[testenv]\ndeps =\n    numpy==1.26.4\n',
    'the output of "pip freeze" in the environment of tox',
  ],
  ['noxfile.py', 'noxfile.py', 'import nox\n\n@nox.session\n', FREEZE],
  [
    'docker/Dockerfile',
    'a Dockerfile',
    '# syntax=docker/dockerfile:1\nARG TAG=3.13\nFROM python:${TAG}-slim AS build\nRUN pip install numpy==1.26.4\n',
    'the output of "pip freeze" in the image',
  ],
  [
    '.github/workflows/ci.yml',
    'a GitHub workflow',
    'name: CI\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pip install numpy==1.26.4\n',
    'the output of "pip freeze" in a step of the workflow',
  ],
  [
    'Pipfile',
    'a Pipfile',
    '[[source]]\nname = "x"\n\n[packages]\nnumpy = "==1.26.4"\n',
    'Pipfile.lock',
  ],
] as const;

test.each(files)('%s is refused as %s, with what to give instead', (name, label, text, instead) => {
  const message = `found ${label}, which does not list what is installed; allowed: ${instead}`;
  const file = name.split('/').at(-1);
  expect(readInventory([{ text, name }])).toMatchObject({
    packages: [],
    recognized: [],
    broken: [{ file: name, line: 1, message }],
  });
  expect(readInventory([{ text }]).broken, `pasted ${file}`).toEqual([{ line: 1, message }]);
});

test.each([
  ['Dockerfile.gpu', ''],
  ['images/train.dockerfile', ''],
  ['Containerfile', ''],
  ['C:\\demo\\setup.py', ''],
  ['pixi.toml', '[dependencies]\nnumpy = "1.26.*"'],
  ['rust/Cargo.toml', '[dependencies]\npyo3 = "0.22"'],
])('%s is refused by its name alone', (name, text) => {
  expect(readInventory([{ text, name }]).broken).toHaveLength(1);
});

test.each([
  ['environment.yml', 'name: demo\ndependencies:\n  - numpy=1.26.4\n'],
  [
    'poetry.lock',
    '[[package]]\nname = "numpy"\nversion = "1.26.4"\n\n[metadata]\nlock-version = "2.1"\n',
  ],
  ['requirements-docker.txt', 'numpy==1.26.4\n'],
  ['freeze.txt', '# from the Dockerfile\nsetuptools==70.0.0\nnumpy==1.26.4\n'],
  [
    'report.md',
    'My setup.py:\n\nfrom setuptools import setup\nsetup()\n\nPackage Version\n------- -------\nnumpy   1.26.4\n',
  ],
])('%s is read', (name, text) => {
  expect(readInventory([{ text, name }]).broken).toEqual([]);
  expect(readInventory([{ text }]).packages.length).toBeGreaterThan(0);
});
