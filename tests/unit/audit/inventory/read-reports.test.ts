import { describe, expect, test } from 'vitest';
import type { Inventory } from '../../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';

function read(...lines: string[]): Inventory {
  return readInventory([{ text: lines.join('\n') }]);
}

/** `numpy 2.0.2`, in the order of the text. */
function pins({ packages }: Inventory): string[] {
  return packages.map(({ name, version }) => `${name} ${version ?? '?'}`);
}

test.each([
  ['3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]', { python: '3.11.7' }],
  ["'3.13.1 (main, Dec 10 2024, 14:07:41) [GCC 12.2.0]'", { python: '3.13.1', build: 'gil' }],
  [
    '3.13.0 experimental free-threading build (main, Oct  8 2024, 01:04:00) [Clang 18.1.8 ]',
    { python: '3.13.0', build: 'free-threaded' },
  ],
  [
    '3.11.1 (tags/v3.11.1:a7a450f, Dec  6 2022, 19:58:39) [MSC v.1934 64 bit (AMD64)]',
    { python: '3.11.1', platform: 'windows' },
  ],
  [
    '3.11.4 | packaged by conda-forge | (main, Jun 10 2023, 18:08:17) [GCC 12.2.0]',
    { python: '3.11.4' },
  ],
  ['3.8.18 (default, May  9 2026, 07:33:04) \n[GCC 12.2.0]', { python: '3.8.18' }],
  [
    '3.10.14 (39dc8d3c85a7, Aug 27 2024, 14:33:33)\n[PyPy 7.3.17 with GCC 10.2.1]',
    { python: '3.10.14' },
  ],
  ['Python version: 3.10.12 (main, Nov 20 2023, 15:14:05) [GCC 11.4.0]', { python: '3.10.12' }],
])('sys.version is read: %j', (text, expected) => {
  const { python, build, platform, notUnderstood } = read(text);
  expect({
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
    notUnderstood,
  }).toEqual({ ...expected, notUnderstood: [] });
});

test.each(['3.2.1 (see below)', '3.11.7', 'Section 3.1.2 (main, part)'])(
  '%j is not sys.version',
  (text) => {
    expect(read(text)).toMatchObject({ recognized: [], notUnderstoodCount: 1 });
  },
);

describe('issue templates', () => {
  const python = '3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]';

  test.each([
    [`2.4.6\n${python}`, ['numpy 2.4.6']],
    [`1.19.5 ${python}`, ['numpy 1.19.5']],
    [
      "1.11.0 1.25.0 sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)",
      ['scipy 1.11.0', 'numpy 1.25.0'],
    ],
  ])('%j has the versions of packages and of Python', (text, packages) => {
    const inventory = read(text);
    expect(pins(inventory)).toEqual(packages);
    expect(inventory.python).toBe('3.11.7');
    expect(inventory.notUnderstoodCount).toBe(0);
  });

  test('a number without sys.version could be of any package', () => {
    expect(read('2.4.6', 'Thanks')).toMatchObject({ packages: [], notUnderstoodCount: 2 });
    // NumPy has never had such a version.
    expect(pins(read('2026.9.0', python))).toEqual([]);
  });
});

describe('what pip and uv print', () => {
  test('has the packages that were installed or already there', () => {
    const log = read(
      'Collecting numba==0.60.0',
      '  Downloading numba-0.60.0-cp312-cp312-manylinux2014_x86_64.whl (3.8 MB)',
      '     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3.8/3.8 MB 56.4 MB/s eta 0:00:00',
      'Requirement already satisfied: six>=1.5 in ./lib/python3.12/site-packages (from x) (1.16.0)',
      'Installing collected packages: llvmlite, scikit-learn, numba',
      'Successfully installed llvmlite-0.43.0 numba-0.60.0 scikit-learn-1.5.2 torch-2.1.0+cu121 pytz-2023.3.post1',
    );
    expect(pins(log)).toEqual([
      'six 1.16.0',
      'llvmlite 0.43.0',
      'numba 0.60.0',
      'scikit-learn 1.5.2',
      'torch 2.1.0+cu121',
      'pytz 2023.3.post1',
    ]);
    expect(log).toMatchObject({ completeFor: [], notUnderstoodCount: 0 });
  });

  test('of uv says what is no longer installed', () => {
    const log = read(
      'Resolved 2 packages in 306ms',
      'Uninstalled 1 package in 351ms',
      'Installed 2 packages in 19ms',
      ' - numpy==2.1.2',
      ' + numpy==2.1.3',
      ' ~ demo==0.1.0 (from file:///home/user/demo)',
    );
    expect(pins(log)).toEqual(['numpy 2.1.3', 'demo 0.1.0']);
    expect(log.notUnderstoodCount).toBe(0);
  });

  test('without a result has no packages', () => {
    expect(read('Collecting numpy==1.26.4')).toMatchObject({
      packages: [],
      recognized: [],
      understoodCount: 0,
      notUnderstoodCount: 0,
    });
  });
});

test('the report of PyTorch has its version, the interpreter and both lists of libraries', () => {
  const report = read(
    'Collecting environment information...',
    'PyTorch version: 2.1.0+cu121',
    'Is debug build: False',
    '',
    'OS: Ubuntu 22.04.3 LTS (x86_64)',
    'Python version: 3.10.12 (main, Nov 20 2023, 15:14:05) [GCC 11.4.0] (64-bit runtime)',
    'Python platform: Linux-6.1.58+-x86_64-with-glibc2.35',
    'GPU models and configuration: ',
    'GPU 0: NVIDIA A100',
    'cuDNN version: Probably one of the following:',
    '/usr/lib/x86_64-linux-gnu/libcudnn.so.8.9.2',
    '',
    'Versions of relevant libraries:',
    '[pip3] numpy==1.23.5',
    '[pip3] torch==2.1.0+cu121',
    '[conda] numba                     0.57.1          py310h0f6aa51_0    conda-forge',
    '[conda] pytorch-cuda              12.1            ha16c6d3_5    pytorch',
    'Thanks!',
  );
  expect(pins(report)).toEqual([
    'torch 2.1.0+cu121',
    'numpy 1.23.5',
    'numba 0.57.1',
    'pytorch-cuda 12.1',
  ]);
  expect(report).toMatchObject({
    python: '3.10.12',
    platform: 'linux',
    notUnderstood: [{ text: 'Thanks!' }],
  });
});

test('numba -s in an environment of conda has the list of conda', () => {
  const report = read(
    'System info:',
    '-'.repeat(80),
    '__Python Information__',
    'Python Version                                : 3.11.4',
    '',
    '__Numba Toolchain Versions__',
    'Numba Version                                 : 0.57.1',
    '',
    '__Installed Packages__',
    '# packages in environment at /opt/conda:',
    '#',
    '# Name                    Version                   Build  Channel',
    'numba                     0.57.1          py311h96b013e_0    conda-forge',
    'python                    3.11.4          hab00c5b_0_cpython    conda-forge',
    'pytorch                   2.0.1           cpu_py311_0    conda-forge',
    '',
    'No errors reported.',
    '',
    '-'.repeat(80),
    'Thanks!',
  );
  expect(pins(report)).toEqual(['numba 0.57.1', 'python 3.11.4', 'torch 2.0.1']);
  expect(report).toMatchObject({
    python: '3.11.4',
    completeFor: ['PyPI'],
    recognized: [{ kind: 'numba-report', line: 1, lastLine: 19 }],
    notUnderstood: [{ text: 'Thanks!' }],
  });
});

test('numba -s without a list has the versions of its dependencies', () => {
  const report = read(
    'System info:',
    '-'.repeat(80),
    'OS Name                                       : Darwin',
    'Python Version                                : 3.12.1',
    'Numba Version                                 : 0.60.0',
    'llvmlite Version                              : 0.43.0',
    'NumPy Version                                 : 2.0.2',
    '-'.repeat(80),
  );
  expect(pins(report)).toEqual(['numba 0.60.0', 'llvmlite 0.43.0', 'numpy 2.0.2']);
  expect(report).toMatchObject({ python: '3.12.1', platform: 'macos', completeFor: [] });
});

test('older scikit-learn calls its packages dependencies, and has the libraries of BLAS between', () => {
  const report = read(
    'System:',
    '    python: 3.7.3 (default, Mar 27 2019, 22:11:17)  [GCC 7.3.0]',
    'executable: /home/user/demo/bin/python',
    '   machine: Linux-4.15.0-x86_64-with-debian-9',
    '',
    'BLAS:',
    '    macros: HAVE_CBLAS=None',
    '',
    'Python deps:',
    '       pip: 19.1',
    '   sklearn: 0.21.2',
    '     numpy: 1.16.4',
    '    pandas: None',
  );
  expect(pins(report)).toEqual(['pip 19.1', 'scikit-learn 0.21.2', 'numpy 1.16.4']);
  expect(report).toMatchObject({ python: '3.7.3', platform: 'linux', notUnderstoodCount: 0 });
});
