import { expect, test } from 'vitest';
import fc from 'fast-check';
import { isInRanges } from '../../../../src/domain/affected/evaluate-package.ts';
import { rangeOutline } from '../../../../src/domain/affected/range-outline.ts';
import { compareVersions } from '../../../../src/domain/versions/versions.ts';

test.each([
  ['all versions', [{}], ['+']],
  ['versions before the fix', [{ fixed: '2.0' }], ['+ ..2.0', '- 2.0..']],
  ['versions since', [{ introduced: '1.0' }], ['- ..1.0', '+ 1.0..']],
  [
    'two ranges, in any order',
    [{ introduced: '3.0' }, { introduced: '1.0', fixed: '1.10' }],
    ['- ..1.0', '+ 1.0..1.10', '- 1.10..3.0', '+ 3.0..'],
  ],
  [
    'ranges that touch are one',
    [{ fixed: '1.5' }, { introduced: '1.5', fixed: '2.0' }],
    ['+ ..2.0', '- 2.0..'],
  ],
])('%s', (_, ranges, outline) => {
  const texts = rangeOutline('PyPI', ranges).map(({ isAffected: has, from, to }) =>
    `${has ? '+' : '-'} ${from ?? ''}${from === undefined && to === undefined ? '' : '..'}${to ?? ''}`.trim(),
  );
  expect(texts).toEqual(outline);
});

test('a stretch says of each of its versions what the ranges say of it', () => {
  const version = fc.integer({ min: 0, max: 30 }).map((n) => `1.${n}`);
  const range = fc.record({ introduced: version, fixed: version }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), version, (ranges, asked) => {
      const own = rangeOutline('PyPI', ranges).filter(
        ({ from, to }) =>
          (from === undefined || compareVersions('PyPI', asked, from) >= 0) &&
          (to === undefined || compareVersions('PyPI', asked, to) < 0),
      );
      expect(own.map(({ isAffected: has }) => has)).toEqual([isInRanges('PyPI', ranges, asked)]);
    }),
  );
});
