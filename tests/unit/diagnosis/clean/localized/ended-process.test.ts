import { expect, test } from 'vitest';
import { toEnglish } from '../../../../../src/diagnosis/clean/localized/to-english.ts';

test.each([
  [
    '进程已结束,退出代码 -1073741819 (0xC0000005)',
    'Process finished with exit code -1073741819 (0xC0000005)',
  ],
  [
    '进程已结束，退出代码为 -1073740791 (0xC0000409)',
    'Process finished with exit code -1073740791 (0xC0000409)',
  ],
  [
    '进程已结束, 退出代码 139 (interrupted by signal 11: SIGSEGV)',
    'Process finished with exit code 139 (interrupted by signal 11: SIGSEGV)',
  ],
  ['进程已结束，退出代码为0', 'Process finished with exit code 0'],
])('reads what PyCharm prints in Chinese: %s', (line, english) => {
  expect(toEnglish(line)).toBe(english);
});

test.each(['进程已结束', '进程已结束，退出代码为未知', '退出代码 139'])(
  'leaves %s as it is',
  (line) => {
    expect(toEnglish(line)).toBeUndefined();
  },
);
