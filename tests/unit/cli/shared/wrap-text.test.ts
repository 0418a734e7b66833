import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { wrapText } from '../../../../src/cli/shared/wrap-text.ts';

test.each<[string, string, string[]]>([
  ['a short text', 'one two', ['one two']],
  ['no text', '', ['']],
  ['white space as one space', ' one \n\t two ', ['one two']],
  ['words', 'one two three', ['one two', 'three']],
  [
    'long words unbroken',
    'see https://example.org/a-long-address now',
    ['see', 'https://example.org/a-long-address', 'now'],
  ],
  ['Chinese between characters', '导入时进程崩溃退出', ['导入时进程', '崩溃退出']],
  ['no punctuation at the start', '导入时进程，崩溃', ['导入时进', '程，崩溃']],
  ['no opening parenthesis at the end', '导入时进（崩溃）', ['导入时进', '（崩溃）']],
  ['Latin words in Chinese', '导入 NumPy 时崩溃', ['导入 NumPy', '时崩溃']],
])('keeps %s', (_name, text, lines) => {
  expect(wrapText(text, 10)).toEqual(lines);
});

test('loses no characters, and exceeds the width by single words only', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '，', '（', '）', '字', '-', '😀');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
      const lines = wrapText(text, 20);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) {
        const isWord = !/\s|\p{Script=Han}/u.test(line);
        expect(isWord || stringWidth(line) <= 20 || /^\S+$/.test(line)).toBe(true);
      }
    }),
  );
});
