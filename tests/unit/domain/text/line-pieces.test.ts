import { expect, test } from 'vitest';
import { splitAtHyphenated, titlePieces } from '../../../../src/domain/text/line-pieces.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';

/** Shows the pieces: `|` where a line may end, whole words in brackets. */
const shown = (title: string, locale: Locale) =>
  titlePieces(title, locale)
    .map(({ text, isWhole, mayBreakBefore }) =>
      [mayBreakBefore ? '|' : '', isWhole ? `[${text}]` : text].join(''),
    )
    .join('');

test.each([
  ['导入扩展导致崩溃', '导入|扩展|导致|崩溃'],
  ['使用海象运算符导致崩溃', '使用|海象|运算符导致|崩溃'],
  ['调用时触发段错误', '调用时|触发段错误'],
  ['编译cython扩展', '编译|cython|扩展'],
  ['编译的代码崩溃了：numpy 太新', '编译的|代码|崩溃了：numpy 太新'],
  ['Python 3.12 起 f2py -c 失败', 'Python 3.12 起 f2py [-c] 失败'],
])('the lines of %s end between words', (title, pieces) => {
  expect(shown(title, 'zh')).toBe(pieces);
});

test('an English title is broken at its spaces, as browsers do', () => {
  expect(shown('Linking fails: recompile with -fPIC', 'en')).toBe(
    'Linking fails: recompile with [-fPIC]',
  );
});

test.each([
  ['docker run --security-opt seccomp=unconfined', ['--security-opt']],
  ['pip install -e . --no-build-isolation', ['-e', '--no-build-isolation']],
  ['--depth=1', ['--depth=1']],
  ['-fPIC：free-threaded a_b', ['-fPIC', 'free-threaded']],
  ['no hyphen', []],
  [`--${'a'.repeat(30)}`, []],
])('the words with hyphens of %s are kept whole', (text, words) => {
  const pieces = splitAtHyphenated(text);
  expect(pieces.filter(({ isWhole }) => isWhole).map((piece) => piece.text)).toEqual(words);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
