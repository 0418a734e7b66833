import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from '../../../../src/search/ranking/terms.ts';

const textsOf = (text: string) => termsOf(text).map((term) => term.text);

test.each([
  ['PyUnicode_READY', ['pyunicode_ready', 'pyunicod', 'py', 'unicod', 'readi']],
  ['numpy.core.multiarray', ['numpy.core.multiarray', 'numpi', 'core', 'multiarrai']],
  ['GLIBCXX_3.4.32', ['glibcxx_3.4.32', 'glibcxx', '32']],
  ['cp313t', ['cp313t', 'cp', '313t']],
  ['-Wl,--no-undefined', ['wl', 'no-undefined', 'undefin']],
  ['_ctypes', ['_ctypes', 'ctype']],
  ['LNK2001:', ['lnk2001', 'lnk', '2001']],
  ['3.13.4', ['3.13.4', '3.13']],
])('the identifier %s is found whole and in parts', (text, terms) => {
  expect(textsOf(text)).toEqual(terms);
});

test.each([
  ['the endings of English words do not matter', 'crashed crashes', 'crash'],
  ['stop words and punctuation are left out', 'the "is" (to):', ''],
])('%s', (_title, text, expected) => {
  const words = textsOf(text).filter((term) => !term.startsWith('='));
  expect([...new Set(words)].join(' ')).toBe(expected);
});

test('Chinese is split into pairs, and from Latin names that touch it', () => {
  expect(textsOf('符号__excinfo被定义')).toEqual(['符号', '__excinfo', 'excinfo', '被定', '定义']);
  expect(textsOf('库')).toEqual(['库']);
});

test.each([
  ['SIGSEGV', 'segmentation fault'],
  ['access violation', '访问冲突'],
  ['0xC0000005', '段错误'],
  ['no-GIL', '自由线程'],
  ['macOS', '苹果'],
  ['undefined symbol', '无法解析的外部符号'],
])('%s and %s share a term', (one, other) => {
  const shared = textsOf(one).filter((term) => textsOf(other).includes(term));
  expect(shared).not.toEqual([]);
});

test('a synonym inside of another word is none', () => {
  expect(textsOf('bleakly').filter((term) => term.startsWith('='))).toEqual([]);
});

test('any text is split, and no term contains white space or is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const term of textsOf(text)) expect(term).toMatch(/^\S+$/u);
    }),
  );
});
