import { expect, test } from 'vitest';
import fc from 'fast-check';
import { evaluateFault } from '../../../../src/domain/affected/evaluate-fault.ts';
import { pairMatrices, type PairMatrix } from '../../../../src/domain/affected/pair-matrix.ts';
import {
  incompatibleRanges,
  type CompatibilityTable,
} from '../../../../src/domain/compatibility/compatibility-table.ts';
import type { AffectedRange } from '../../../../src/domain/facts/affected-schema.ts';
import {
  formatBounds,
  isWithinBounds,
  type VersionBounds,
} from '../../../../src/domain/versions/version-bounds.ts';

const numba = (range: Omit<AffectedRange, 'ecosystem' | 'package'>): AffectedRange => ({
  ecosystem: 'PyPI',
  package: 'numba',
  ...range,
});
const withNumpy = (versions: string) => ({ with: [{ package: 'numpy', versions }] });

/** Returns one line per row: versions, what they fail with, what they work with. */
function lines({ partners, rows }: PairMatrix): string[] {
  const text = (bounds: VersionBounds) => formatBounds(bounds) || 'all';
  return rows.map(({ versions, fails, works }) => {
    const combinations = fails.map((conditions) =>
      conditions
        .map(({ name, bounds }) => (partners.length > 1 ? `${name} ` : '') + text(bounds))
        .join(' and '),
    );
    return [text(versions), combinations.join('; '), works?.map(text).join('; ') ?? '?'].join(
      ' | ',
    );
  });
}

test.each([
  [
    'a release with the fix works with everything',
    [numba({ fixed: '0.57.0', ...withNumpy('>=1.24') })],
    ['>=0.57.0 |  | all', '<0.57.0 | >=1.24 | <1.24'],
  ],
  [
    'versions before the first affected ones are left out',
    [numba({ introduced: '0.61.0', fixed: '0.61.2', ...withNumpy('>=2.2') })],
    ['>=0.61.2 |  | all', '>=0.61.0,<0.61.2 | >=2.2 | <2.2'],
  ],
  [
    'each range with another limit is a row, newest first',
    [
      numba({ introduced: '0.60.0', fixed: '0.61.0', ...withNumpy('>=2.1') }),
      numba({ introduced: '0.61.0', ...withNumpy('>=2.2') }),
    ],
    ['>=0.61.0 | >=2.2 | <2.2', '>=0.60.0,<0.61.0 | >=2.1 | <2.1'],
  ],
  [
    'neighbors with the same limit are one row',
    [
      numba({ introduced: '0.60.0', fixed: '0.61.0', ...withNumpy('>=2.1') }),
      numba({ introduced: '0.61.0', fixed: '0.62.0', ...withNumpy('>=2.1') }),
    ],
    ['>=0.62.0 |  | all', '>=0.60.0,<0.62.0 | >=2.1 | <2.1'],
  ],
  [
    'works on both sides of what fails',
    [numba({ fixed: '1.0', ...withNumpy('>=1.26,<2.2') })],
    ['>=1.0 |  | all', '<1.0 | >=1.26,<2.2 | <1.26; >=2.2'],
  ],
  [
    'the interpreter is a partner, too',
    [numba({ fixed: '0.59.0', python: '>=3.12' })],
    ['>=0.59.0 |  | all', '<0.59.0 | >=3.12 | <3.12'],
  ],
  [
    'several partners that decide together have no versions that work by themselves',
    [numba({ fixed: '1.0', python: '>=3.13', ...withNumpy('>=2') })],
    ['>=1.0 |  | ?', '<1.0 | numpy >=2 and Python >=3.13 | ?'],
  ],
])('%s', (_, affected, rows) => {
  expect(pairMatrices(affected).map(lines)).toEqual([rows]);
});

test('each set of partners has a matrix, in which several packages show only what fails', () => {
  const affected = [
    numba({ fixed: '0.59.0', python: '>=3.12' }),
    numba({ fixed: '0.61.0', ...withNumpy('>=2.1') }),
    { ...numba({ fixed: '2.2.2', ...withNumpy('>=2') }), package: 'pandas' },
    numba({ introduced: '1.0' }),
  ];
  expect(
    pairMatrices(affected).map(({ partners, rows }) => [
      partners,
      rows.map((row) => `${row.package.name} ${formatBounds(row.versions)}`),
    ]),
  ).toEqual([
    [['Python'], ['numba >=0.59.0', 'numba <0.59.0']],
    [['numpy'], ['numba <0.61.0', 'pandas <2.2.2']],
  ]);
});

const table: CompatibilityTable = {
  package: { ecosystem: 'PyPI', name: 'numba' },
  with: 'numpy',
  source: 'https://example.org/versions',
  checked: '2026-11-30',
  rows: [
    { introduced: '0.60.0', fixed: '0.61.0', works: '>=1.22,<2.1' },
    { introduced: '0.61.0', fixed: '0.61.2', works: '>=1.24,<2.2' },
    { introduced: '0.61.2', works: '>=1.24' },
  ],
};

test('a table states which versions work', () => {
  const affected = incompatibleRanges(table, { side: 'newer' });
  expect(pairMatrices(affected, [table]).map(lines)).toEqual([
    [
      '>=0.61.2 |  | >=1.24',
      '>=0.61.0,<0.61.2 | >=2.2 | >=1.24,<2.2',
      '>=0.60.0,<0.61.0 | >=2.1 | >=1.22,<2.1',
    ],
  ]);
  const ofPython = [numba({ fixed: '0.61.0', python: '>=3.13' })];
  expect(pairMatrices(ofPython, [table])).toEqual(pairMatrices(ofPython));
  expect(pairMatrices(affected, [table])[0]?.tables).toEqual([table]);
});

test('a cell says of each of its versions what the verdict says', () => {
  const version = fc.integer({ min: 0, max: 9 }).map((n) => `1.${n}`);
  const end = fc.record({ introduced: version, fixed: version }, { requiredKeys: [] });
  const range = fc
    .tuple(end, version)
    .map(([ends, from]) => numba({ ...ends, ...withNumpy(`>=${from}`) }));
  const affected = fc.array(range, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(affected, version, version, (ranges, own, partner) => {
      const { packages } = evaluateFault(
        {
          cause: 'incompatibility',
          python: '>=3.8',
          platforms: ['linux', 'macos', 'windows'],
          builds: ['gil', 'free-threaded'],
          affected: ranges,
        },
        {
          packages: [
            { name: 'numba', version: own },
            { name: 'numpy', version: partner },
          ],
          isComplete: false,
        },
      );
      const isIn = (bounds: VersionBounds, text: string) => isWithinBounds('PyPI', bounds, text);
      const row = pairMatrices(ranges)[0]?.rows.find(({ versions }) => isIn(versions, own));
      const isFailing =
        row?.fails.some((conditions) => conditions.every(({ bounds }) => isIn(bounds, partner))) ??
        false;
      expect(isFailing).toBe(packages[0]?.verdict === 'affected');
      expect(row?.works?.some((bounds) => isIn(bounds, partner)) ?? !isFailing).toBe(!isFailing);
    }),
  );
});
