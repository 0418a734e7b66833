import { describe, expect, test } from 'vitest';
import type { CDeclaration } from '../../../../src/cli/update-tables/c-declarations.ts';
import { pythonCApiRows } from '../../../../src/cli/update-tables/python-c-api-rows.ts';
import {
  findDeprecated,
  type PythonHeaders,
} from '../../../../src/cli/update-tables/python-headers.ts';

const release = (
  version: string,
  declarations: (Partial<CDeclaration> & { name: string })[],
  more: Partial<PythonHeaders> = {},
): PythonHeaders => ({
  version,
  declarations: declarations.map((found) => ({
    kind: 'function',
    text: '',
    file: 'Python.h',
    ...found,
  })),
  headers: [],
  deprecated: new Map(),
  internal: new Map(),
  ...more,
});

describe('rows of removed names', () => {
  test('a row has the release, the replacement, and what gives it to older Pythons', () => {
    const releases = [
      release('3.14', [{ name: 'PyWeakref_GetObject' }, { name: 'PyWeakref_GetRef' }], {
        deprecated: new Map([['PyWeakref_GetObject', '3.13']]),
      }),
      release('3.15', [{ name: 'PyWeakref_GetRef' }]),
    ];
    expect(
      pythonCApiRows(releases, new Map([['PyWeakref_GetRef', 'pythoncapi_compat.h']])),
    ).toEqual([
      {
        id: 'pyweakref-getobject',
        name: 'PyWeakref_GetObject',
        symbol: ['PyWeakref_GetObject'],
        kind: { en: 'function', zh: '函数' },
        deprecated: '3.13',
        removed: '3.15',
        instead: ['PyWeakref_GetRef'],
        compat: 'pythoncapi_compat.h',
        note: {
          en: 'PyWeakref_GetRef() returns a new reference through its second argument.',
          zh: 'PyWeakref_GetRef() 通过第二个参数返回新引用。',
        },
      },
    ]);
  });

  test('a private name has a distinct id, and the private header that still declares it', () => {
    const releases = [
      release('3.12', [{ name: '_PyLong_DivmodNear' }]),
      release('3.13', [], {
        internal: new Map([['_PyLong_DivmodNear', 'internal/pycore_long.h']]),
      }),
    ];
    expect(pythonCApiRows(releases, new Map())).toEqual([
      {
        id: 'private-pylong-divmodnear',
        name: '_PyLong_DivmodNear',
        symbol: ['_PyLong_DivmodNear'],
        kind: { en: 'function', zh: '函数' },
        removed: '3.13',
        internal: 'internal/pycore_long.h',
      },
    ]);
  });

  test('a member is found by its own name if that is clear and no other struct has it', () => {
    const state = { name: 'PyThreadState', kind: 'type' } as const;
    const other = { name: 'PyOtherState', kind: 'type' } as const;
    const member = (struct: string, name: string) => ({ name, struct, kind: 'member' }) as const;
    const releases = [
      release('3.9', [
        ...[state, other, member('PyThreadState', 'busy'), member('PyThreadState', 'tick_count')],
        ...[member('PyThreadState', 'tick_time'), member('PyOtherState', 'tick_time')],
      ]),
      release('3.10', [state, other]),
    ];
    const keys = pythonCApiRows(releases, new Map()).map(({ symbol }) => symbol);
    expect(keys).toEqual([
      ['PyOtherState'],
      ['PyOtherState.tick_time'],
      ['PyThreadState'],
      ['PyThreadState.busy'],
      ['tick_count', 'PyThreadState.tick_count'],
      ['PyThreadState.tick_time'],
    ]);
  });

  test('a member that messages name often is found by its own name', () => {
    const state = { name: 'PyThreadState', kind: 'type' } as const;
    const frame = { name: 'frame', struct: 'PyThreadState', kind: 'member' } as const;
    const getter = { name: 'PyThreadState_GetFrame' };
    const releases = [release('3.10', [state, frame, getter]), release('3.11', [state, getter])];
    const keys = pythonCApiRows(releases, new Map()).map(({ symbol }) => symbol);
    expect(keys).toEqual([['PyThreadState'], ['frame', 'PyThreadState.frame']]);
  });

  test('names are compared without case, so one that is still declared in another case is left out', () => {
    const live = { name: '_Py_IncRef' };
    const releases = [release('3.10', [live, { name: '_Py_INCREF' }]), release('3.11', [live])];
    expect(pythonCApiRows(releases, new Map())).toEqual([]);
  });

  test('what Python 3 removed says so without a minor release, and private names of Python 2 do not count', () => {
    const old = [{ name: 'PyFile_SoftSpace' }, { name: '_PyFile_Old' }];
    const rows = pythonCApiRows([release('2.7', old), release('3.6', [])], new Map());
    expect(rows.map(({ name, removed }) => [name, removed])).toEqual([['PyFile_SoftSpace', '3']]);
  });

  test('a replacement that the newest release does not declare is refused', () => {
    const releases = [release('3.14', [{ name: 'PyWeakref_GetObject' }]), release('3.15', [])];
    expect(() => pythonCApiRows(releases, new Map())).toThrow(
      'PyWeakref_GetObject: the newest headers do not declare PyWeakref_GetRef',
    );
  });
});

test.each([
  [
    'Py_DEPRECATED(3.9) PyAPI_FUNC(int) PyEval_ThreadsInitialized(void);',
    'PyEval_ThreadsInitialized',
  ],
  [
    'PyAPI_FUNC(Py_UNICODE *) PyUnicode_AsUnicode(\n  PyObject *u) Py_DEPRECATED(3.9);',
    'PyUnicode_AsUnicode',
  ],
  ['Py_DEPRECATED(3.9) static inline void\nPy_UNICODE_COPY(Py_UNICODE *to) {', 'Py_UNICODE_COPY'],
])('the release since which a name is deprecated: %s', (text, name) => {
  expect([...findDeprecated([text])]).toEqual([[name, '3.9']]);
});
