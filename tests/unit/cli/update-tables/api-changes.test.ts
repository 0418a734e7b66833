import { describe, expect, test } from 'vitest';
import { findChanges, type HeaderRelease } from '../../../../src/cli/update-tables/api-changes.ts';
import type { CDeclaration } from '../../../../src/cli/update-tables/c-declarations.ts';

const declaration = (found: Partial<CDeclaration> & { name: string }): CDeclaration => ({
  kind: 'function',
  text: '',
  file: 'Python.h',
  ...found,
});

const release = (
  version: string,
  declarations: (Partial<CDeclaration> & { name: string })[],
  headers: string[] = [],
): HeaderRelease => ({ version, declarations: declarations.map(declaration), headers });

describe('changes between releases', () => {
  test('a function that the next release lacks', () => {
    const releases = [release('3.11', [{ name: 'PyUnicode_GetSize' }]), release('3.12', [])];
    expect(findChanges(releases)).toEqual([
      { name: 'PyUnicode_GetSize', kind: 'function', removed: '3.12' },
    ]);
  });

  test('a name that is restored later is not listed; one that is removed again is, at last', () => {
    const has = [{ name: 'PyThing_New' }];
    const restored = [release('3.8', has), release('3.9', []), release('3.10', has)];
    expect(findChanges(restored)).toEqual([]);
    expect(findChanges([...restored, release('3.11', [])])).toEqual([
      { name: 'PyThing_New', kind: 'function', removed: '3.11' },
    ]);
  });

  test.each([
    ['int a , int b', 'int a , int b , int c', '3.13'],
    ['void', 'int a', '3.13'],
    ['int ( * f ) ( int , int )', 'int ( * f ) ( int )', undefined],
    ['char * a', 'const char * a', undefined],
  ])('a function (%s) that takes (%s)', (before, now, changed) => {
    const releases = [
      release('3.12', [{ name: 'f', text: before }]),
      release('3.13', [{ name: 'f', text: now }]),
    ];
    expect(findChanges(releases).map((change) => change.changed)).toEqual(changed ? [changed] : []);
  });

  test('a macro that stood for a member can no longer be assigned to', () => {
    const releases = [
      release('3.9', [
        { name: 'Py_REFCNT', kind: 'macro', text: '(_PyObject_CAST(ob)->ob_refcnt)' },
      ]),
      release('3.10', [{ name: 'Py_REFCNT', kind: 'macro', text: '_Py_REFCNT(ob)' }]),
    ];
    expect(findChanges(releases)).toEqual([{ name: 'Py_REFCNT', kind: 'macro', changed: '3.10' }]);
  });

  test('a struct whose members are private, and each of them', () => {
    const frame = { name: 'PyFrameObject', kind: 'type' } as const;
    const code = { name: 'f_code', struct: 'PyFrameObject', kind: 'member' } as const;
    expect(findChanges([release('3.10', [frame, code]), release('3.11', [frame])])).toEqual([
      { name: 'f_code', struct: 'PyFrameObject', kind: 'member', removed: '3.11' },
      { name: 'PyFrameObject', kind: 'struct', changed: '3.11' },
    ]);
  });

  test('a header that cannot be included any more', () => {
    const releases = [release('3.10', [], ['longintrepr.h']), release('3.11', [], [])];
    expect(findChanges(releases)).toEqual([
      { name: 'longintrepr.h', kind: 'header', removed: '3.11' },
    ]);
  });
});
