import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineOf, type Inventory } from '../../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/environments');

function fixture(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

function read(text: string, name?: string): Inventory {
  return readInventory([{ text, ...(name !== undefined && { name }) }]);
}

/** `numpy 2.0.2`, in the order of the text. */
function pins({ packages }: Inventory): string[] {
  return packages.map(({ name, version }) => `${name} ${version ?? '?'}`);
}

const numba = ['llvmlite 0.43.0', 'numba 0.60.0', 'numpy 2.0.2', 'pybind11 2.11.1'];

describe('what the tools wrote is read whole', () => {
  test.each([
    // The count is the one that the tool itself reports.
    ['uv.lock', 'uv-lock', 8, numba],
    ['pylock.uv.toml', 'pylock', 7, numba],
    ['pylock.pip.toml', 'pylock', 4, numba],
    ['poetry.lock', 'poetry-lock', 7, numba],
    ['pdm.lock', 'pdm-lock', 7, numba],
    ['Pipfile.lock', 'pipfile-lock', 5, numba],
    ['requirements.uv.txt', 'requirements', 7, numba],
    ['requirements.poetry.txt', 'requirements', 7, numba],
    ['Cargo.lock', 'cargo-lock', 30, ['numpy 0.22.1', 'pyo3 0.22.6', 'pyo3-build-config 0.22.6']],
    ['pip-freeze.txt', 'pip-freeze', 7, ['numba 0.61.0', 'PyYAML 6.0.2', 'greenlet 3.1.1']],
    ['pip-list.txt', 'pip-list', 8, ['numba 0.61.0', 'pip 24.2', 'PyYAML 6.0.2']],
    ['uv-pip-list.txt', 'pip-list', 8, ['numba 0.61.0', 'pip 24.2']],
    ['pip-list.json', 'pip-list-json', 8, ['numba 0.61.0', 'pip 24.2', 'PyYAML 6.0.2']],
    ['conda-list.txt', 'conda-list', 12, ['torch 2.5.1', 'msgpack 1.1.0', 'pybind11 2.11.1']],
    ['conda-list.json', 'conda-list-json', 12, ['torch 2.5.1', 'msgpack 1.1.0', 'pybind11 2.11.1']],
    ['conda-export.txt', 'conda-export', 12, ['torch 2.5.1', 'msgpack 1.1.0', 'pybind11 2.11.1']],
    // Those that pip installed are not in it.
    ['conda-explicit.txt', 'conda-explicit', 11, ['torch 2.5.1', 'msgpack 1.1.0']],
    ['conda-environment.yml', 'conda-environment', 12, ['torch 2.5.1', 'pybind11 2.11.1']],
    ['numpy-2.1-runtime.txt', 'numpy-runtime', 1, ['numpy 2.1.3']],
    ['pip-20.0.2-list.txt', 'pip-list', 5, ['numpy 1.19.5', 'certifi 2020.12.5']],
    ['pip-20.0.2-list-outdated.txt', 'pip-list', 5, ['numpy 1.19.5', 'certifi 2020.12.5']],
    ['pip-10.0.1-list-legacy.txt', 'pip-list', 5, ['numpy 1.19.5', 'certifi 2020.12.5']],
    ['pip-inspect.json', 'pip-inspect', 4, ['pip 26.3', 'pybind11 2.13.6', 'numpy 2.1.3']],
    ['pip-install.txt', 'pip-install', 2, ['attrs 20.3.0', 'six 1.16.0']],
    ['uv-pip-install.txt', 'pip-install', 1, ['numpy 2.1.3']],
    // The libraries that pip contains are not installed.
    ['pip-debug.txt', 'pip-debug', 1, ['pip 26.3']],
    // The packages of all environments and platforms.
    ['pixi.lock', 'pixi-lock', 11, ['torch 2.5.1', 'msgpack 1.1.0', 'pybind11 2.13.6', 'demo ?']],
    ['conda-lock.yml', 'conda-lock', 6, ['numpy 1.26.4', 'numba 0.60.0', 'colorama 0.4.6']],
    ['pandas-3-versions.txt', 'pandas-versions', 8, ['pandas 3.1.1', 'python-dateutil 4.0.0']],
    ['pandas-1.5-versions.txt', 'pandas-versions', 10, ['pandas 1.5.3', 'numpy 1.24.4']],
    ['xarray-versions.txt', 'xarray-versions', 10, ['xarray 2026.9.0', 'netCDF4 1.7.5.1.post1']],
    ['sklearn-versions.txt', 'sklearn-versions', 9, ['scikit-learn 1.9.1', 'numpy 2.4.6']],
    ['torch-environment.txt', 'torch-environment', 1, ['numpy 2.4.6']],
    ['numba-report.txt', 'numba-report', 18, ['numba 0.58.1', 'llvmlite 0.41.1']],
  ] as const)('%s is %s with %i packages', (file, kind, count, some) => {
    const inventory = read(fixture(file), file);
    const { recognized, packages, notUnderstood, broken, contradictions } = inventory;
    expect(recognized.map((part) => part.kind)).toEqual([kind]);
    expect(packages).toHaveLength(count);
    expect(recognized[0]?.packages).toBe(count);
    expect(pins(inventory)).toEqual(expect.arrayContaining([...some]));
    expect({ notUnderstood, broken, contradictions }).toEqual({
      notUnderstood: [],
      broken: [],
      contradictions: [],
    });
  });

  test.each([
    'uv.lock',
    'pylock.uv.toml',
    'pylock.pip.toml',
    'poetry.lock',
    'pdm.lock',
    'Pipfile.lock',
    'Cargo.lock',
    'requirements.uv.txt',
    'requirements.poetry.txt',
    'pip-list.txt',
    'conda-list.txt',
    'conda-list.json',
    'conda-environment.yml',
    'pixi.lock',
    'conda-lock.yml',
    'pip-inspect.json',
    'numba-report.txt',
  ])('in %s each package is found on a line with its name', (file) => {
    const text = fixture(file);
    const lines = text.split('\n');
    const { packages } = read(text, file);
    const conda: Record<string, string> = { torch: 'pytorch', msgpack: 'msgpack-python' };
    for (const { name, places } of packages) {
      for (const { line, file: own } of places) {
        expect(own).toBe(file);
        // pixi.lock refers to the project itself by its path.
        const isProject = file === 'pixi.lock' && name === 'demo';
        expect(lines[line - 1]).toContain(isProject ? '.' : (conda[name] ?? name));
      }
    }
  });

  test.each([
    ['python-3.13.txt', { python: '3.13.0', build: 'gil' }],
    ['python-3.8.txt', { python: '3.8.18' }],
    ['platform.txt', { platform: 'linux' }],
    ['sysconfig.txt', { python: '3.13.0', build: 'gil', platform: 'linux' }],
    ['numpy-2.1-config.txt', { python: '3.13', platform: 'linux' }],
    ['numpy-2.1-runtime.txt', { python: '3.13.0', build: 'gil', platform: 'linux' }],
    ['pip-inspect.json', { python: '3.13.0', platform: 'linux' }],
    ['pip-debug.txt', { python: '3.11.7', platform: 'linux' }],
    ['pandas-3-versions.txt', { python: '3.11.7', platform: 'linux' }],
    ['pandas-1.5-versions.txt', { python: '3.8.18', platform: 'linux' }],
    ['xarray-versions.txt', { python: '3.11.7', platform: 'linux' }],
    ['sklearn-versions.txt', { python: '3.11.7', platform: 'linux' }],
    ['torch-environment.txt', { python: '3.11.7', platform: 'linux' }],
    ['numba-report.txt', { python: '3.8.18', platform: 'linux' }],
    ['numpy-template.txt', { python: '3.8.18' }],
    ['scipy-template.txt', { python: '3.11.7', platform: 'linux' }],
    ['scipy-1.10-config.json', { python: '3.8', platform: 'linux' }],
    // One Python for two platforms, and two of each.
    ['conda-lock.yml', { python: '3.12.3' }],
    ['pixi.lock', {}],
    ['numpy-1.24-config.txt', {}],
    ['numpy-1.24-runtime.txt', {}],
    ['conda-list.txt', { python: '3.13.0', build: 'free-threaded' }],
    ['conda-list.json', { python: '3.13.0', build: 'free-threaded', platform: 'linux' }],
    ['conda-export.txt', { python: '3.13.0', build: 'free-threaded', platform: 'linux' }],
    ['conda-explicit.txt', { python: '3.13.0', build: 'free-threaded', platform: 'linux' }],
    ['conda-environment.yml', { python: '3.13.0', build: 'free-threaded' }],
    // What a lock file asks of machines says nothing of this one.
    ['uv.lock', {}],
    ['poetry.lock', {}],
    ['pdm.lock', {}],
    ['pylock.uv.toml', {}],
    ['Pipfile.lock', {}],
    ['requirements.uv.txt', {}],
  ])('%s says %j of the machine, and every line is understood', (file, expected) => {
    const { python, build, platform, notUnderstood } = read(fixture(file), file);
    expect({
      ...(python !== undefined && { python }),
      ...(build && { build }),
      ...(platform && { platform }),
    }).toEqual(expected);
    expect(notUnderstood).toEqual([]);
  });

  test('the modules of a crash are packages without versions', () => {
    const inventory = read(fixture('crash.txt'));
    expect(pins(inventory)).toEqual(['numpy ?', 'scipy ?', 'pyyaml ?', 'numba ?', 'greenlet ?']);
    expect(inventory.recognized).toMatchObject([{ kind: 'extension-modules', line: 6 }]);
    expect(inventory.notUnderstood.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  test('all of them pasted one after the other are told apart', () => {
    const files = [
      'python-3.13.txt',
      'platform.txt',
      'pip-list.txt',
      'crash.txt',
      'Cargo.lock',
      'poetry.lock',
      'uv.lock',
      'pip-list.json',
      'numpy-2.1-config.txt',
      'numpy-2.1-runtime.txt',
      'pip-freeze.txt',
      'conda-environment.yml',
      'sysconfig.txt',
      'Pipfile.lock',
      'conda-list.txt',
      'pdm.lock',
      'pylock.uv.toml',
      'conda-export.txt',
      'requirements.uv.txt',
      'pixi.lock',
      'pandas-1.5-versions.txt',
      'pip-inspect.json',
      'sklearn-versions.txt',
      'conda-lock.yml',
      'pip-debug.txt',
      'numba-report.txt',
      'xarray-versions.txt',
      'pip-install.txt',
      'torch-environment.txt',
      'scipy-template.txt',
      'scipy-1.10-config.json',
    ];
    const { recognized, broken } = read(files.map(fixture).join(''));
    const kinds = files.flatMap((file) => read(fixture(file)).recognized.map(({ kind }) => kind));
    expect(recognized.map(({ kind }) => kind)).toEqual(kinds);
    expect(broken).toEqual([]);
    const packages = files.flatMap((file) =>
      read(fixture(file)).recognized.map((part) => part.packages),
    );
    expect(recognized.map((part) => part.packages)).toEqual(packages);
  });
});

describe('forms written after their documentation', () => {
  test('micromamba list', () => {
    const inventory = read(
      [
        'List of packages in environment: "/opt/conda"',
        '',
        '  Name           Version  Build              Channel    ',
        '─────────────────────────────────────────────────────────',
        '  _libgcc_mutex  0.1      conda_forge        conda-forge',
        '  python         3.12.3   hab00c5b_0_cpython conda-forge',
        '  numpy          1.26.4   py312heda63a1_0    conda-forge',
        '',
      ].join('\n'),
    );
    expect(pins(inventory)).toEqual(['_libgcc_mutex 0.1', 'python 3.12.3', 'numpy 1.26.4']);
    expect(inventory.python).toBe('3.12.3');
    expect(inventory.notUnderstood).toEqual([]);
  });

  test('rows without their header, as reports have them', () => {
    expect(pins(read('numpy    1.26.4\nnumba    0.59.1\n'))).toEqual([
      'numpy 1.26.4',
      'numba 0.59.1',
    ]);
    expect(
      pins(
        read('pytorch   2.1.0   py3.11_cpu_0   pytorch\nnumpy 1.26.4 py311h64a7726_0 conda-forge'),
      ),
    ).toEqual(['torch 2.1.0', 'numpy 1.26.4']);
    expect(read('Chapter 3\nin 2 steps\n').notUnderstoodCount).toBe(2);
  });

  test.each([
    [
      'Python 3.13.1 experimental free-threading build (main, Dec 10 2024, 14:07:41) [Clang 18.1.8 ]',
      { python: '3.13.1', build: 'free-threaded' },
    ],
    [
      'Python 3.14.0 free-threading build (main, Oct 28 2025, 11:52:40) [Clang 20.1.4 ] on darwin',
      { python: '3.14.0', build: 'free-threaded', platform: 'macos' },
    ],
    [
      'Python 3.14.0 (tags/v3.14.0:ebf955d, Oct  7 2025, 10:15:03) [MSC v.1944 64 bit (AMD64)] on win32',
      { python: '3.14.0', build: 'gil', platform: 'windows' },
    ],
    [
      'Python 3.12.3 | packaged by conda-forge | (main, Apr 15 2024, 18:38:13) [GCC 12.3.0]',
      { python: '3.12.3' },
    ],
    [
      'Python 3.9.7 (default, Sep 16 2021, 13:09:58) \n[GCC 7.5.0] :: Anaconda, Inc. on linux',
      { python: '3.9.7' },
    ],
    [
      'Python 3.9.18 (main, May  9 2026, 07:33:49) \n[GCC 12.2.0] on linux',
      { python: '3.9.18', platform: 'linux' },
    ],
    ['Python 3.13.0', { python: '3.13.0' }],
    ['Python 3.10.2 is needed', {}],
    [
      'platform linux -- Python 3.13.0, pytest-9.2.0, pluggy-1.7.0',
      { python: '3.13.0', platform: 'linux' },
    ],
    ['pip 24.2 from /usr/lib/python3/dist-packages/pip (python 3.12)', { python: '3.12' }],
    ['macOS-14.5-arm64-arm-64bit', { platform: 'macos' }],
    ['Windows-10-10.0.19045-SP0', { platform: 'windows' }],
    [
      'Platform: "win-amd64"\nPython version: "3.13"\nVariables: \n\tPy_DEBUG = "1"\n',
      { python: '3.13', build: 'debug', platform: 'windows' },
    ],
  ])('%j says %j', (text, expected) => {
    const { python, build, platform } = read(text);
    expect({
      ...(python !== undefined && { python }),
      ...(build && { build }),
      ...(platform && { platform }),
    }).toEqual(expected);
  });

  test('environment.yml as people write it', () => {
    const inventory = read(
      [
        'name: demo # mine',
        'channels: [conda-forge]',
        'dependencies:',
        '- python=3.11',
        '- conda-forge::numba==0.59.1',
        '- "numpy=1.26.4"',
        '- pandas=2.2',
        '- scipy >=1.10,<2',
        '- pytorch 2.1.*',
        '- pip',
        '- pip:',
        '  - pybind11==2.11.1 # pinned',
        '  - "greenlet>=3"',
        '  - -r requirements.txt',
        '- openssl',
      ].join('\n'),
      'environment.yml',
    );
    expect(pins(inventory)).toEqual([
      'python 3.11',
      'numba 0.59.1',
      'numpy 1.26.4',
      'pandas ?',
      'scipy ?',
      'torch ?',
      'pip ?',
      'openssl ?',
      'pybind11 2.11.1',
      'greenlet ?',
    ]);
    expect(inventory).toMatchObject({
      python: '3.11',
      completeFor: [],
      notUnderstood: [],
      notFollowed: [{ file: 'environment.yml', line: 14, text: '- -r requirements.txt' }],
    });
    expect(pins(read('dependencies: [python=3.12, numba=0.60.0]'))).toEqual([
      'python 3.12',
      'numba 0.60.0',
    ]);
  });
});

describe('requirements', () => {
  test.each([
    ['numpy==1.26.4', 'numpy 1.26.4'],
    ['numpy == 1.26.4  # why', 'numpy 1.26.4'],
    ['numpy===1.26.4', 'numpy 1.26.4'],
    ['numpy (==1.26.4)', 'numpy 1.26.4'],
    ['numpy[dev, test]==1.26.4;python_version<"3.12"', 'numpy 1.26.4'],
    ['numpy==1.26.4,<2', 'numpy 1.26.4'],
    ['numpy==1.26.4 --hash=sha256:00', 'numpy 1.26.4'],
    ['numpy==1.26.4 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11', 'numpy 1.26.4'],
    ['numpy==1.*', 'numpy ?'],
    ['numpy~=1.26.4', 'numpy ?'],
    ['numpy>=1.26,!=1.26.3 ; sys_platform == "win32"', 'numpy ?'],
    ['numpy ; sys_platform == "win32"', 'numpy ?'],
    ['numpy @ https://example.org/numpy-1.26.4-cp312-cp312-win_amd64.whl', 'numpy 1.26.4'],
    [
      'torch @ https://example.org/torch-2.1.0%2Bcu121-cp311-cp311-linux_x86_64.whl#sha256=0',
      'torch 2.1.0+cu121',
    ],
    ['numpy @ file:///croot/numpy_and_numpy_base_1/work', 'numpy ?'],
    ['./wheels/numpy-1.26.4-cp312-cp312-win_amd64.whl', 'numpy 1.26.4'],
    ['numpy @ https://example.org/65/6e/numpy-1.26.4.tar.gz', 'numpy 1.26.4'],
    ['scikit-learn @ https://example.org/scikit_learn-1.5.2.tar.gz#sha256=0', 'scikit-learn 1.5.2'],
    ['https://example.org/source/n/numba/numba-0.57.1.tar.gz', 'numba 0.57.1'],
    ['https://example.org/scikit-learn-1.0.2.zip', 'scikit-learn 1.0.2'],
    ['numpy @ https://example.org/numpy/archive/main.tar.gz', 'numpy ?'],
    ['-e git+https://example.org/numpy.git@abc#egg=numpy', 'numpy ?'],
    ['git+https://example.org/x.git#egg=numpy', 'numpy ?'],
  ])('%j is %s', (text, expected) => {
    const inventory = read(text, 'requirements.txt');
    expect(pins(inventory)).toEqual([expected]);
    expect(inventory.notUnderstood).toEqual([]);
    expect(inventory.completeFor).toEqual([]);
  });

  test('other files are named as not followed, options are passed over, the rest is not understood', () => {
    const text = [
      '--index-url https://pypi.org/simple',
      '-r base.txt',
      '--constraint=limits.txt',
      'numpy',
      'numba==0.60.0',
      '-e .',
      'this is prose',
      'pandas==1.2.x?',
    ].join('\n');
    const { packages, notFollowed, notUnderstood } = read(text, 'requirements/dev.txt');
    expect(packages.map(({ name }) => name)).toEqual(['numpy', 'numba']);
    expect(notFollowed).toEqual([
      { file: 'requirements/dev.txt', line: 2, text: '-r base.txt' },
      { file: 'requirements/dev.txt', line: 3, text: '--constraint=limits.txt' },
    ]);
    expect(notUnderstood.map(({ line }) => line)).toEqual([7, 8]);
  });

  test('words alone on their lines are requirements only in a file that is called so, or among pins', () => {
    expect(pins(read('numpy\nnumba\n', 'requirements.txt'))).toEqual(['numpy ?', 'numba ?']);
    expect(pins(read('numpy\nnumba==0.60.0\n'))).toEqual(['numpy ?', 'numba 0.60.0']);
    expect(read('numpy\nnumba\n')).toMatchObject({ packages: [], notUnderstoodCount: 2 });
  });

  test('a freeze is all that is installed, a file of requirements is not', () => {
    const frozen = 'numpy==2.1.3\nnumba==0.61.0\n';
    expect(read(frozen)).toMatchObject({
      completeFor: ['PyPI'],
      recognized: [{ kind: 'pip-freeze', line: 1, lastLine: 2, packages: 2 }],
    });
    expect(read(frozen, 'requirements.txt').completeFor).toEqual([]);
    expect(read(`${frozen}pandas>=2\n`).completeFor).toEqual([]);
  });
});

describe('environment markers', () => {
  const pylock = (marker: string) =>
    `lock-version = "1.0"\n\n[[packages]]\nname = "numpy"\nversion = "1.19.5"\nmarker = ${JSON.stringify(marker)}\n\n[[packages]]\nname = "numba"\nversion = "0.60.0"\n`;
  const old = 'python_version < "3.10"';
  const texts: [string, string][] = [
    ['requirements', `numpy==1.19.5 ; ${old} --hash=sha256:00\nnumba==0.60.0`],
    ['an address', `numpy @ https://example.org/numpy-1.19.5.zip ; ${old}\nnumba==0.60.0`],
    ['pylock.toml', pylock(old)],
    [
      'uv.lock',
      `version = 1\n[[package]]\nname = "numpy"\nversion = "1.19.5"\nresolution-markers = [\n  "python_full_version < '3.9'",\n  "python_full_version == '3.9.*'",\n]\n[[package]]\nname = "numba"\nversion = "0.60.0"\nsource = { registry = "x" }\n`,
    ],
    [
      'poetry.lock',
      `[[package]]\nname = "numpy"\nversion = "1.19.5"\npython-versions = "*"\ngroups = ["main"]\nmarkers = ${JSON.stringify(old)}\n[[package]]\nname = "numba"\nversion = "0.60.0"\npython-versions = "*"\n`,
    ],
    [
      'poetry.lock with a marker for each group',
      `[[package]]\nname = "numpy"\nversion = "1.19.5"\npython-versions = "*"\ngroups = ["main", "dev"]\nmarkers = {main = "python_version < '3.9'", dev = "python_version < '3.10'"}\n[[package]]\nname = "numba"\nversion = "0.60.0"\npython-versions = "*"\n`,
    ],
    [
      'pdm.lock',
      `[[package]]\nname = "numpy"\nversion = "1.19.5"\nrequires_python = ">=3.6"\nsummary = ""\nmarker = ${JSON.stringify(old)}\n[[package]]\nname = "numba"\nversion = "0.60.0"\n`,
    ],
    [
      'Pipfile.lock',
      `{"_meta": {}, "default": {"numpy": {"version": "==1.19.5", "markers": ${JSON.stringify(old)}}, "numba": {"version": "==0.60.0"}}}`,
    ],
    [
      'environment.yml',
      `dependencies:\n  - pip:\n    - numpy==1.19.5 ; ${old}\n    - numba==0.60.0\n`,
    ],
  ];

  test.each(texts)('in %s leave out what another Python gets', (_, text) => {
    const pinsWith = (python?: string) =>
      pins(readInventory([{ text }], python === undefined ? {} : { python }));
    expect(pinsWith('3.13')).toEqual(['numba 0.60.0']);
    expect(pinsWith('3.9.18')).toEqual(['numpy 1.19.5', 'numba 0.60.0']);
    const { packages } = readInventory([{ text }]);
    expect(packages.map(({ dependsOn }) => dependsOn)).toEqual([['python'], undefined]);
  });

  test('are decided by what the texts say of the machine', () => {
    const text = `Python 3.13.0\n\nnumpy==1.19.5 ; ${old}\nnumba==0.60.0`;
    expect(pins(read(text))).toEqual(['numba 0.60.0']);
  });

  test('are decided by the caller if the texts contradict it or each other', () => {
    const text = `Python 3.9.18\n\nnumpy==1.19.5 ; ${old}\n`;
    const { packages, python, contradictions } = readInventory([{ text }], { python: '3.13' });
    expect({ packages, python, contradictions }).toEqual({
      packages: [],
      python: '3.13',
      contradictions: [],
    });
    expect(read(`${text}Python 3.13.0`).packages).toMatchObject([{ dependsOn: ['python'] }]);
  });

  test('keep a package that one of them admits, with its places', () => {
    const text = 'numpy==2.0.2 ; sys_platform == "win32"\nnumpy==2.0.2 ; sys_platform != "win32"';
    expect(readInventory([{ text }], { platform: 'linux' }).packages).toMatchObject([
      { name: 'numpy', version: '2.0.2', places: [{ line: 2 }] },
    ]);
  });

  test('that are not markers leave the package in', () => {
    const { packages } = read('numpy==2.0.2 ; whatever\n');
    expect(packages).toEqual([
      { ecosystem: 'PyPI', name: 'numpy', version: '2.0.2', places: [{ line: 1 }] },
    ]);
  });

  test('of a group that has none in poetry.lock do not count', () => {
    const text = `[[package]]\nname = "numpy"\nversion = "1.19.5"\npython-versions = "*"\ngroups = ["main", "dev"]\nmarkers = {dev = "python_version < '3.9'"}\n`;
    expect(pins(readInventory([{ text }], { python: '3.13' }))).toEqual(['numpy 1.19.5']);
  });
});

describe('several sources', () => {
  test('the version of a package that is known somewhere is the one that counts', () => {
    const inventory = readInventory([
      { text: fixture('crash.txt'), name: 'crash.txt' },
      { text: fixture('pip-freeze.txt'), name: 'freeze.txt' },
    ]);
    expect(pins(inventory)).toContain('numpy 2.1.3');
    expect(pins(inventory)).not.toContain('numpy ?');
  });

  test('one package in two versions is two packages, in two places one with both', () => {
    const { packages } = readInventory([
      { text: 'numpy==1.26.4\nnumba==0.60.0', name: 'a.txt' },
      { text: 'Numpy==1.26.4\nnumba==0.61.0', name: 'b.txt' },
    ]);
    expect(packages).toEqual([
      {
        ecosystem: 'PyPI',
        name: 'numpy',
        version: '1.26.4',
        places: [
          { file: 'a.txt', line: 1 },
          { file: 'b.txt', line: 1 },
        ],
      },
      { ecosystem: 'PyPI', name: 'numba', version: '0.60.0', places: [{ file: 'a.txt', line: 2 }] },
      { ecosystem: 'PyPI', name: 'numba', version: '0.61.0', places: [{ file: 'b.txt', line: 2 }] },
    ]);
  });

  test('the most exact Python is used; what contradicts it is named', () => {
    const { python, contradictions } = read(
      'pip 24.2 from /usr/lib/pip (python 3.12)\nPython 3.12.4\nnumpy==1.26.4\nPython 3.13.0\n',
    );
    expect(python).toBe('3.12.4');
    expect(contradictions).toEqual([{ fact: 'python', values: ['3.12.4', '3.13.0'] }]);
  });

  test('what is not listed is absent only for a fault whose ecosystems are all listed', () => {
    const inventory = read(fixture('pip-freeze.txt'));
    const affected = (...ecosystems: ('PyPI' | 'crates.io')[]) => ({
      affected: ecosystems.map((ecosystem) => ({ ecosystem })),
    });
    expect(machineOf(inventory, affected('PyPI')).isComplete).toBe(true);
    expect(machineOf(inventory, affected('PyPI', 'crates.io')).isComplete).toBe(false);
  });
});

describe('what is not in order', () => {
  test('a lock file that breaks off is named with its line', () => {
    const text = fixture('uv.lock').split('\n').slice(0, 60).join('\n');
    const { broken, packages } = read(text.slice(0, text.lastIndexOf('"')), 'uv.lock');
    expect(packages).toEqual([]);
    expect(broken).toEqual([
      { file: 'uv.lock', line: 60, message: expect.stringContaining('Invalid TOML document') },
    ]);
  });

  test('JSON that is none is named with its line', () => {
    const { broken } = read('\n[{"name": "numpy", "version": 1,}]\n');
    expect(broken).toMatchObject([{ line: 2 }]);
  });

  test('JSON and TOML of something else are not understood', () => {
    for (const text of ['{"a": 1}', '[1, 2]', '[[package]]\nx = 1', 'version = 1\n']) {
      expect(read(text)).toMatchObject({
        recognized: [],
        broken: [],
        understoodCount: 0,
        notUnderstoodCount: text.trim().split('\n').length,
      });
    }
  });

  test('prompts and what tools add are passed over', () => {
    const text = [
      '```console',
      '$ pip list',
      ...fixture('pip-list.txt').trimEnd().split('\n'),
      '',
      '[notice] A new release of pip is available: 24.2 -> 26.3',
      '(demo) user@host:~$ python -VV',
      'Python 3.13.0 (main, May  9 2026, 07:36:57) [GCC 12.2.0]',
    ].join('\n');
    const { packages, notUnderstood, python } = read(text);
    expect([packages.length, notUnderstood, python]).toEqual([8, [], '3.13.0']);
  });
});
