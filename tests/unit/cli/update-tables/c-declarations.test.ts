import { describe, expect, test } from 'vitest';
import { readDeclarations } from '../../../../src/cli/update-tables/c-declarations.ts';

const read = (...lines: string[]) =>
  readDeclarations(['# 1 "/usr/Python.h"', ...lines].join('\n'), () => true).map(
    ({ name, kind, struct, text }) => [
      kind,
      struct === undefined ? name : `${struct}.${name}`,
      text,
    ],
  );

describe('declarations of a header', () => {
  test.each<[string, string[][]]>([
    ['extern int PyList_Size(PyObject *list);', [['function', 'PyList_Size', 'PyObject * list']]],
    [
      '__attribute__ ((visibility ("default"))) PyObject *PyNumber_Add(PyObject *o1, PyObject *o2);',
      [['function', 'PyNumber_Add', 'PyObject * o1 , PyObject * o2']],
    ],
    [
      'static inline void Py_INCREF(PyObject *op) { if (op) { op->ob_refcnt++; } }',
      [['function', 'Py_INCREF', 'PyObject * op']],
    ],
    ['extern PyTypeObject PyType_Type;', [['variable', 'PyType_Type', '']]],
    ['extern const char names[10];', [['variable', 'names', '']]],
    ['extern int (*PyOS_InputHook)(void);', [['variable', 'PyOS_InputHook', '']]],
    ['typedef long Py_ssize_t;', [['type', 'Py_ssize_t', '']]],
    [
      'extern PyTypeObject PyClass_Type, PyInstance_Type, *PyOther_Type;',
      [
        ['variable', 'PyClass_Type', ''],
        ['variable', 'PyInstance_Type', ''],
        ['variable', 'PyOther_Type', ''],
      ],
    ],
    [
      'extern int PyList_Size(PyObject *list), PyList_Clear(PyObject *list, int all);',
      [
        ['function', 'PyList_Size', 'PyObject * list'],
        ['function', 'PyList_Clear', 'PyObject * list , int all'],
      ],
    ],
    [
      'typedef struct _node node, *PNode;',
      [
        ['type', 'node', ''],
        ['type', 'PNode', ''],
      ],
    ],
    [
      'typedef struct { int n_type, *n_lines; } node, *PNode;',
      [
        ['type', 'node', ''],
        ['type', 'PNode', ''],
        ['member', 'node.n_type', ''],
        ['member', 'node.n_lines', ''],
      ],
    ],
    ['typedef int (*visitproc)(PyObject *, void *);', [['type', 'visitproc', '']]],
    ['typedef PyObject *(*unaryfunc)(PyObject *);', [['type', 'unaryfunc', '']]],
    ['struct _ts;', []],
    [
      'struct _node { int n_type; };',
      [
        ['type', '_node', ''],
        ['member', '_node.n_type', ''],
      ],
    ],
    [
      'typedef enum { PyGEN_RETURN = 0, PyGEN_ERROR = -1 } PySendResult;',
      [
        ['type', 'PySendResult', ''],
        ['constant', 'PyGEN_RETURN', ''],
        ['constant', 'PyGEN_ERROR', ''],
      ],
    ],
    ['#define PyLong_SHIFT 30', [['macro', 'PyLong_SHIFT', '30']]],
    ['#define Py_TYPE(ob) ((ob)->ob_type)', [['macro', 'Py_TYPE', '((ob)->ob_type)']]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test('a macro that is undefined again is not listed', () => {
    expect(read('#define COMMON_FIELDS int x;', '#undef COMMON_FIELDS')).toEqual([]);
  });

  test('members belong to the name that a typedef gives the struct, also before the body', () => {
    const frame = 'struct _frame { PyObject ob_base; struct _frame *f_back, *f_next; };';
    const alias = 'typedef struct _frame PyFrameObject;';
    const members = [
      ['member', 'PyFrameObject.ob_base', ''],
      ['member', 'PyFrameObject.f_back', ''],
      ['member', 'PyFrameObject.f_next', ''],
    ];
    expect(read(alias, frame)).toEqual(expect.arrayContaining(members));
    expect(read(frame, alias)).toEqual(expect.arrayContaining(members));
  });

  test('a struct with several names has its members under each', () => {
    const lines = [
      'typedef struct _descr { int type_num; } Descr_fields;',
      'typedef struct _descr Descr;',
      'typedef Descr_fields Old;',
    ];
    const members = read(...lines).filter(([kind]) => kind === 'member');
    expect(members.map(([, name]) => name)).toEqual([
      'Descr_fields.type_num',
      'Old.type_num',
      'Descr.type_num',
    ]);
  });

  test('a struct has the members of anonymous unions, function pointers, arrays and bit fields', () => {
    const lines = [
      'typedef struct {',
      '  union { int ob_refcnt; unsigned ob_split[2]; };',
      '  struct { unsigned interned : 2; unsigned kind : 3; } state;',
      '  void (*tp_free)(void *);',
      '  int ob_digit[1];',
      '} PyThing;',
    ];
    expect(read(...lines).map(([, name]) => name)).toEqual([
      'PyThing',
      'PyThing.ob_refcnt',
      'PyThing.ob_split',
      'PyThing.state',
      'PyThing.tp_free',
      'PyThing.ob_digit',
    ]);
  });

  test('only headers that are asked for count', () => {
    const lines = [
      '# 1 "/usr/stdio.h" 1',
      'int printf(char *);',
      '# 2 "/usr/Python.h" 2',
      'int f(void);',
    ];
    const found = readDeclarations(lines.join('\n'), (file) => file.endsWith('Python.h'));
    expect(found).toEqual([{ name: 'f', kind: 'function', text: 'void', file: '/usr/Python.h' }]);
  });
});
