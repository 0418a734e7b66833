import { describe, expect, test } from 'vitest';
import { numpyCApiRows } from '../../../../src/cli/update-tables/numpy-c-api.ts';
import { withoutTable } from '../../../../src/cli/update-tables/numpy-headers.ts';
import { numpyNameRows } from '../../../../src/cli/update-tables/numpy-names.ts';

const file = 'numpy/__multiarray_api.h';

describe('an entry of the table of NumPy', () => {
  test.each([
    [
      '(*(int (*)(PyObject *, int (*)(void))) PyArray_API[40])',
      { kind: 'function', text: 'PyObject *, int (*)(void)' },
    ],
    ['(*(PyTypeObject *)PyArray_API[1])', { kind: 'variable', text: '' }],
    ['NPY_ARRAY_OWNDATA', { kind: 'macro', text: 'NPY_ARRAY_OWNDATA' }],
  ])('%s', (text, expected) => {
    const found = withoutTable({ name: 'PyArray_Thing', kind: 'macro', text, file });
    expect(found).toEqual({ name: 'PyArray_Thing', file, ...expected });
  });
});

test('a macro that stood for another name is replaced by it', () => {
  const kept = { name: 'NPY_ARRAY_OWNDATA', kind: 'macro', text: '0x0004', file } as const;
  const removed = { name: 'NPY_OWNDATA', kind: 'macro', text: 'NPY_ARRAY_OWNDATA', file } as const;
  const releases = [
    { version: '2.2', declarations: [kept, removed], headers: [], compat: new Map() },
    { version: '2.3', declarations: [kept], headers: [], compat: new Map() },
  ];
  expect(numpyCApiRows(releases)).toEqual([
    {
      id: 'npy-owndata',
      name: 'NPY_OWNDATA',
      symbol: ['NPY_OWNDATA'],
      kind: { en: 'macro', zh: '宏' },
      removed: '2.3',
      instead: ['NPY_ARRAY_OWNDATA'],
    },
  ]);
});

describe('names that NumPy removed', () => {
  const release = (version: string, ...names: string[]) => ({ version, names: new Set(names) });

  test('a name that a later release has again says since when', () => {
    const rows = numpyNameRows([
      release('1.23', 'bool'),
      release('1.24', 'nan'),
      release('2.0', 'bool'),
    ]);
    expect(rows.map(({ name, removed, restored }) => [name, removed, restored])).toEqual([
      ['np.bool', '1.24', '2.0'],
      ['np.nan', '2.0', undefined],
    ]);
  });

  test('names of numpy.lib are those of numpy itself', () => {
    const rows = numpyNameRows([release('1.26', 'lib.tile', 'tile'), release('2.0', 'tile')]);
    expect(rows).toEqual([
      {
        id: 'lib-tile',
        name: 'np.lib.tile',
        attribute: ['lib.tile'],
        removed: '2.0',
        instead: 'np.tile',
      },
    ]);
  });

  test('a method of arrays is found by its own name, too', () => {
    const rows = numpyNameRows([release('1.26', 'ndarray.ptp'), release('2.0', 'nan')]);
    expect(rows).toMatchObject([{ name: 'ndarray.ptp', attribute: ['ptp', 'ndarray.ptp'] }]);
  });

  test('of names that differ in case, the one that was removed last is listed', () => {
    const rows = numpyNameRows([
      release('1.21', 'Bytes0', 'bytes0'),
      release('1.22', 'bytes0'),
      release('2.0', 'nan'),
    ]);
    expect(rows.map(({ id, removed }) => [id, removed])).toEqual([['bytes0', '2.0']]);
  });

  test('functions that a release only refused were removed by it, and have a package', () => {
    const rows = numpyNameRows([release('1.26', 'npv'), release('2.0', 'nan')]);
    expect(rows).toMatchObject([
      {
        name: 'np.npv',
        removed: '1.20',
        instead: 'numpy_financial.npv',
        package: 'numpy-financial',
      },
    ]);
  });

  test('float and float_ have different ids', () => {
    const rows = numpyNameRows([release('1.19', 'float', 'float_'), release('2.0', 'nan')]);
    expect(rows.map(({ id }) => id)).toEqual(['float', 'float-underscore']);
  });
});
