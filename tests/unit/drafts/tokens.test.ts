import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/drafts/tokens.ts';

describe('a name is read as', () => {
  const terms = (text: string, isSignature = false) =>
    tokenize(text, isSignature).map(({ term }) => term);

  test.each([
    ['crashes crashed crashing', ['crash', 'crash', 'crash']],
    ['__imp_PyInit_numpy', ['pyinit_numpy']],
    ['0x7ffd12345678', ['#0x7ffd12345678']],
    ['h0123456789abcdef', ['']],
    ['_ZN3api5ErrorC2E', ['api::error', 'zn3api5errorc2e']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test('a prefix, before a placeholder or a digest', () => {
    expect(terms('(PyInit_<module>)', true)).toEqual(['pyinit_*', '']);
    expect(terms(`numpy_args${'80b7f981446a3c6008e89e8b2056e18d8bf133c7'}`)).toEqual([
      'numpy_args*',
    ]);
    expect(tokenize('PyInit__numpy')[0]?.stems).toContain('pyinit_*');
  });

  test('a folder, except for the last two parts of a path', () => {
    const folders = tokenize('/home/kim/numpy/core.py').filter(({ isFolder }) => isFolder);
    expect(folders.map(({ term }) => term)).toEqual(['home', 'kim']);
  });
});
