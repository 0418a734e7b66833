import { expect, test } from 'vitest';
import { describeRange } from '../../../src/i18n/range-words.ts';

const numpy = { package: 'numpy', versions: '>=2.2' };

test.each([
  [{}, 'all versions', '所有版本'],
  [{ fixed: '2.0' }, 'before 2.0', '低于 2.0'],
  [{ introduced: '1.0' }, '1.0 or later', '1.0 或更高版本'],
  [{ introduced: '1.0', fixed: '2.0' }, '1.0 to before 2.0', '1.0 起，低于 2.0'],
  [
    { fixed: '2.0', with: [numpy] },
    'before 2.0 with numpy 2.2 or later',
    '低于 2.0（搭配 numpy 2.2 或更高版本）',
  ],
  [
    { fixed: '2.0', with: [numpy], python: '>=3.12,<3.14' },
    'before 2.0 with numpy 2.2 or later and Python 3.12 to before 3.14',
    '低于 2.0（搭配 numpy 2.2 或更高版本、Python 3.12 起，低于 3.14）',
  ],
])('%j', (range, english, chinese) => {
  expect(describeRange({ ecosystem: 'PyPI', ...range }, 'en')).toBe(english);
  expect(describeRange({ ecosystem: 'PyPI', ...range }, 'zh')).toBe(chinese);
});
