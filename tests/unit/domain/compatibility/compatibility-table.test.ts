import { describe, expect, test } from 'vitest';
import {
  compatibilitySchema,
  incompatibleRanges,
  type CompatibilityTable,
} from '../../../../src/domain/compatibility/compatibility-table.ts';

const table: CompatibilityTable = {
  package: { ecosystem: 'PyPI', name: 'weaver' },
  with: 'loom',
  source: 'https://weaver.example/versions',
  checked: '2026-01-02',
  rows: [
    { fixed: '1.0', works: '<3' },
    { introduced: '1.0', fixed: '2.0', works: '>=2,<4' },
    { introduced: '2.0', works: '>=3' },
  ],
};

describe('the ranges of a fault', () => {
  test('with newer versions are those of the rows that have an end', () => {
    expect(incompatibleRanges(table, { side: 'newer' })).toEqual([
      {
        ecosystem: 'PyPI',
        package: 'weaver',
        fixed: '1.0',
        with: [{ package: 'loom', versions: '>=3' }],
      },
      {
        ecosystem: 'PyPI',
        package: 'weaver',
        introduced: '1.0',
        fixed: '2.0',
        with: [{ package: 'loom', versions: '>=4' }],
      },
    ]);
  });

  test('with older versions are those of the rows that have a beginning', () => {
    expect(
      incompatibleRanges(table, { side: 'older' }).map((range) => range.with?.[0]?.versions),
    ).toEqual(['<2', '<3']);
  });

  test('begin with the first release that fails with the fault', () => {
    const from = (introduced: string) =>
      incompatibleRanges(table, { side: 'older', introduced }).map((range) => range.introduced);
    expect(from('1.0')).toEqual(['1.0', '2.0']);
    expect(from('1.5')).toEqual(['1.5', '2.0']);
    expect(from('2.4')).toEqual(['2.4']);
  });

  test('of a table of Python versions name them in python', () => {
    const rows = [{ introduced: '1.0', works: '>=3.9,<3.13' }];
    expect(incompatibleRanges({ ...table, with: 'python', rows }, { side: 'newer' })).toEqual([
      { ecosystem: 'PyPI', package: 'weaver', introduced: '1.0', python: '>=3.13' },
    ]);
  });
});

describe('a table is refused', () => {
  test.each<[string, CompatibilityTable['rows'], string]>([
    ['without rows', [], 'rows: at least one'],
    [
      'if rows overlap',
      [
        { fixed: '2.0', works: '<3' },
        { introduced: '1.9', works: '<4' },
      ],
      'rows.1.introduced: a release on or after 2.0',
    ],
    [
      'if only its last row may be open',
      [{ works: '<3' }, { introduced: '1.9', works: '<4' }],
      'rows.1.introduced: a release on or after the fixed one above it',
    ],
    [
      'if a row ends before it begins',
      [{ introduced: '2.0', fixed: '1.0', works: '<3' }],
      'rows.0.fixed: a version after introduced (2.0)',
    ],
    [
      'for an invalid version',
      [{ introduced: 'two', works: '<3' }],
      'rows.0.introduced: a PEP 440 version such as 3.1.0, 3.1.0a1',
    ],
    [
      'for other specifiers',
      [{ introduced: '2.0', works: '~=3.1' }],
      'rows.0.works: bounds such as ">=2.2", "<2.0" or ">=1.26,<2.2"',
    ],
  ])('%s', (_name, rows, message) => {
    const { error } = compatibilitySchema.safeParse({ ...table, rows });
    expect(error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toEqual([
      message,
    ]);
  });
});
