import { expect, test } from 'vitest';
import { longestWord } from '../../../../src/domain/text/longest-word.ts';

test.each([
  ['no words', ' \n\t', ''],
  ['words between spaces', 'a longer b', 'longer'],
  ['the first of two words of one length', 'one two', 'one'],
  ['Chinese text breaks between any two characters', '编译扩展模块时找不到头文件', ''],
  ['a path within Chinese text', '找不到 /usr/include/demo.h，请安装。', '/usr/include/demo.h'],
  ['a word without spaces around it', '把NUMPY_ROOT设为空', 'NUMPY_ROOT'],
])('%s', (_name, text, expected) => {
  expect(longestWord(text)).toBe(expected);
});
