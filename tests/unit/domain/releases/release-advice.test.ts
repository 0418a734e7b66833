import { expect, test } from 'vitest';
import { adviseReleases } from '../../../../src/domain/releases/release-advice.ts';

const row = (version: string, counts: Record<string, number>) => ({
  version,
  counts: new Map(Object.entries(counts)),
  defects: [],
});

test('the newest release that supports a Python version, and the newest of those with the fewest defects', () => {
  const rows = [
    row('3.0', { '3.13': 2 }),
    row('2.0', { '3.13': 1, '3.12': 0 }),
    row('1.0', { '3.13': 1, '3.12': 0 }),
  ];
  expect(adviseReleases(rows)).toEqual([
    {
      pythons: ['3.13'],
      newest: { version: '3.0', defects: 2 },
      fewest: { version: '2.0', defects: 1 },
    },
    {
      pythons: ['3.12'],
      newest: { version: '2.0', defects: 0 },
      fewest: { version: '2.0', defects: 0 },
    },
  ]);
});

test('neighbors with the same answer are one entry, and Pythons without a release none', () => {
  const rows = [row('1.0', { '3.9': 0, '3.10': 0, '3.11': 0, '3.12': 1 })];
  expect(adviseReleases(rows).map(({ pythons }) => pythons)).toEqual([['3.12'], ['3.9', '3.11']]);
  expect(adviseReleases([])).toEqual([]);
});

test('free-threaded builds come last and divide no sequence', () => {
  const rows = [row('1.0', { '3.13': 0, '3.13t': 1, '3.14': 0, '3.14t': 1 })];
  expect(adviseReleases(rows).map(({ pythons }) => pythons)).toEqual([
    ['3.13', '3.14'],
    ['3.13t', '3.14t'],
  ]);
});
