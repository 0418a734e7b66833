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

/** The kinds of the blocks with their number of packages: `pip-list 2`. */
function kinds({ recognized }: Inventory): string[] {
  return recognized.map(({ kind, packages }) => `${kind} ${packages}`);
}

describe('pip list', () => {
  test('of pip before 20.1, whose rows end with spaces, is one list', () => {
    const list = read(
      'Package    Version  ',
      '---------- ---------',
      'certifi    2020.12.5',
      'numpy      1.19.5   ',
      'pip        10.0.1   ',
    );
    expect(pins(list)).toEqual(['certifi 2020.12.5', 'numpy 1.19.5', 'pip 10.0.1']);
    expect(kinds(list)).toEqual(['pip-list 3']);
    expect(list.notUnderstoodCount).toBe(0);
  });

  test('ends before the version of Python, which people write below it', () => {
    const list = read('Package Version', '------- -------', 'numpy   2.4.6', 'Python 3.13.1');
    expect(pins(list)).toEqual(['numpy 2.4.6']);
    expect(list.python).toBe('3.13.1');
  });

  test('has versions such as dev in the column of the versions', () => {
    const list = read(
      'Package      Version   Editable project location',
      '------------ --------- -------------------------',
      'numpy        1.24.4',
      'demo         0+unknown /home/user/a folder',
      'demo-two     v1.2',
      'demo-three   dev',
      'numba        0.57.1',
      'Thanks for your help',
    );
    expect(pins(list)).toEqual([
      'numpy 1.24.4',
      'demo 0+unknown',
      'demo-two v1.2',
      'demo-three dev',
      'numba 0.57.1',
    ]);
    expect(list).toMatchObject({
      recognized: [{ kind: 'pip-list', line: 1, lastLine: 7 }],
      completeFor: ['PyPI'],
      understoodCount: 7,
      notUnderstood: [{ line: 8, text: 'Thanks for your help' }],
    });
  });

  test('goes on after a line that cannot be read', () => {
    const list = read(
      'Package Version',
      '------- -------',
      'numpy   1.24.4',
      'demo  unknown',
      'numba   0.57.1',
    );
    expect(kinds(list)).toEqual(['pip-list 2']);
    expect(list.notUnderstood).toEqual([{ line: 4, text: 'demo  unknown' }]);
    expect([list.understoodCount, list.notUnderstoodCount]).toEqual([4, 1]);
  });

  test('--outdated has the installed versions, and not all packages', () => {
    const list = read(
      'Package    Version   Latest    Type ',
      '---------- --------- --------- -----',
      'numpy      1.19.5    1.24.4    wheel',
      'demo       1.0       1.1       sdist',
    );
    expect(pins(list)).toEqual(['numpy 1.19.5', 'demo 1.0']);
    expect(list.completeFor).toEqual([]);
    expect(pins(read('numpy      1.19.5    1.24.4    wheel'))).toEqual(['numpy 1.19.5']);
  });

  test('of pip 9 has no columns', () => {
    const list = read(
      'DEPRECATION: The default format will switch to columns in the future. You can use --format=(legacy|columns).',
      'certifi (2020.12.5)',
      'demo (0.1.dev3, /home/user/demo)',
      'numpy (1.19.5) - Latest: 1.24.4 [wheel]',
    );
    expect(pins(list)).toEqual(['certifi 2020.12.5', 'demo 0.1.dev3', 'numpy 1.19.5']);
    expect(list.notUnderstoodCount).toBe(0);
    // A single one may be a remark.
    expect(pins(read('numpy (1.19.5)'))).toEqual([]);
  });

  test('is read in a quotation, with indentation and with the spaces of a web page', () => {
    const rows = ['Package  Version', '-------- -------', 'Cython   3.0.8', 'numpy    1.24.4'];
    const expected = ['Cython 3.0.8', 'numpy 1.24.4'];
    expect(pins(read(...rows.map((row) => `> ${row}`)))).toEqual(expected);
    expect(pins(read(...rows.map((row) => `> > ${row}`)))).toEqual(expected);
    expect(pins(read(...rows.map((row) => `    ${row}`)))).toEqual(expected);
    expect(pins(read(...rows.map((row) => row.replaceAll(' ', '\u{a0}'))))).toEqual(expected);
  });

  test('a prompt is not a quotation', () => {
    expect(read('>>> import numpy', 'numpy==1.24.4')).toMatchObject({
      packages: [{ name: 'numpy' }],
      notUnderstoodCount: 0,
    });
  });
});

describe('conda list', () => {
  const rows = [
    '_libgcc_mutex             0.1                 conda_forge    conda-forge',
    'openmp_mutex              5.1                       1_gnu',
    'jpeg                      9e                   h5eee18b_1',
    'openssl                   1.1.1w               hd590300_0    conda-forge',
    'python                    3.11.4          hab00c5b_0_cpython    conda-forge',
    'numpy                     1.24.4          py311h64a7726_0    conda-forge',
  ];
  const expected = [
    '_libgcc_mutex 0.1',
    'openmp_mutex 5.1',
    'jpeg 9e',
    'openssl 1.1.1w',
    'python 3.11.4',
    'numpy 1.24.4',
  ];

  test('without its header is recognized by the builds, and has the Python', () => {
    const list = read(...rows);
    expect(pins(list)).toEqual(expected);
    expect(list).toMatchObject({ python: '3.11.4', completeFor: [], notUnderstoodCount: 0 });
  });

  test('without its header tells the build of the interpreter', () => {
    expect(read('python 3.13.0 h0ad9ed4_0_cp313t conda-forge')).toMatchObject({
      python: '3.13.0',
      build: 'free-threaded',
    });
  });

  test('has versions such as 9e and dev', () => {
    const list = read(
      '# packages in environment at /opt/conda:',
      '#',
      '# Name                    Version                   Build  Channel',
      ...rows,
      'demo                      dev                      pypi_0    pypi',
      'numba                     0.57.1                   pypi_0    pypi',
    );
    expect(pins(list)).toEqual([...expected, 'demo dev', 'numba 0.57.1']);
    expect(list).toMatchObject({
      recognized: [{ kind: 'conda-list', packages: 8 }],
      python: '3.11.4',
      completeFor: ['PyPI'],
      notUnderstoodCount: 0,
    });
  });

  test('pixi list has packages of both kinds', () => {
    const list = read(
      'Package  Version  Build               Size      Kind   Source',
      'numpy    2.0.2                        18.1 MiB  pypi   numpy-2.0.2-cp312-cp312-linux_x86_64.whl',
      'python   3.12.3   hab00c5b_0_cpython  30.5 MiB  conda  https://example.org/conda-forge/',
      'pytorch  2.1.0    cpu_py312_0         25 MiB    conda  https://example.org/conda-forge/',
    );
    expect(pins(list)).toEqual(['numpy 2.0.2', 'python 3.12.3', 'torch 2.1.0']);
    expect([list.python, kinds(list)]).toEqual(['3.12.3', ['conda-list 3']]);
  });
});

describe('environment.yml', () => {
  test.each([
    ['python=3.11.*', '3.11'],
    ['python 3.11.*', '3.11'],
    ['python =3.14.*', '3.14'],
    ['python 3.11', '3.11'],
    ['python=3.11=*_cpython', '3.11'],
    ['python=3.11.*=*_cpython', '3.11'],
    ['python==3.11.4', '3.11.4'],
    ['python>=3.11', undefined],
    ['python', undefined],
  ])('%s is Python %s', (spec, python) => {
    expect(read('dependencies:', `  - ${spec}`).python).toBe(python);
  });

  test.each([
    ['numpy 1.26.4', 'numpy 1.26.4'],
    ['numpy 1.26.4 py311h64a7726_0', 'numpy 1.26.4'],
    ['numpy 1.26', 'numpy ?'],
    ['numpy=1.26.*', 'numpy ?'],
    ['numpy==1.26.*', 'numpy ?'],
  ])('%s is %s', (spec, pin) => {
    expect(pins(read('dependencies:', `  - ${spec}`))).toEqual([pin]);
  });

  test('of conda-lock has further keys', () => {
    const file = read(
      'category: dev',
      'platforms: [linux-64]',
      'dependencies:',
      '  - python 3.11.*',
      '  - numpy=1.26.4',
    );
    expect(file).toMatchObject({
      python: '3.11',
      recognized: [{ kind: 'conda-environment', packages: 2 }],
      notUnderstoodCount: 0,
    });
  });
});

describe('lines are counted', () => {
  test('as understood and not understood, without comments and empty lines', () => {
    const text = read('# mine', 'numpy==1.26.4', '', 'not a requirement', '$ pip list', '```');
    expect([text.understoodCount, text.notUnderstoodCount]).toEqual([1, 1]);
  });

  test('all lines of a value that is of no known kind', () => {
    const text = read('{', '  "a": 1,', '  "b": 2', '}', 'numpy==1.26.4');
    expect([text.understoodCount, text.notUnderstoodCount]).toEqual([1, 4]);
    expect(text.notUnderstood).toHaveLength(1);
  });

  test('references to other files count as neither', () => {
    const text = read('-r other.txt', 'numpy==1.26.4');
    expect([text.understoodCount, text.notUnderstoodCount]).toEqual([1, 0]);
  });
});
