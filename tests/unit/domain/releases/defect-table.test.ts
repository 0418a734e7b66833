import { describe, expect, test } from 'vitest';
import type { CompatibilityTable } from '../../../../src/domain/compatibility/compatibility-table.ts';
import {
  tabulateDefects,
  type InstallableRelease,
  type PackageDefect,
} from '../../../../src/domain/releases/defect-table.ts';

const everywhere = ['3.11', '3.12', '3.13', '3.13t'];

const defect = (
  id: string,
  ...ranges: { introduced?: string; fixed?: string; python?: string }[]
) =>
  ({
    id,
    pythons: everywhere,
    ranges: ranges.map((range) => ({ ecosystem: 'PyPI', package: 'demo', ...range })),
  }) satisfies PackageDefect;

/** Returns the counts of each release on 3.11, 3.12, 3.13 and 3.13t; `-` where it does not install. */
const table = (
  releases: readonly InstallableRelease[],
  defects: readonly PackageDefect[] = [],
  pythonTable?: CompatibilityTable,
) =>
  tabulateDefects('PyPI', releases, defects, pythonTable).map(
    ({ version, counts }) =>
      `${version}: ${everywhere.map((python) => counts.get(python) ?? '-').join(' ')}`,
  );

describe('the table of defects', () => {
  test('has the last release of each series, newest first, without pre-releases and withdrawn ones', () => {
    const releases = [
      { version: '1.0.0' },
      { version: '1.0.1' },
      { version: '1.1.0' },
      { version: '1.1.1', yanked: true as const },
      { version: '1.2.0rc1' },
    ];
    expect(table(releases)).toEqual(['1.1.0: 0 0 0 -', '1.0.1: 0 0 0 -']);
  });

  test('ends after twelve releases', () => {
    const releases = Array.from({ length: 30 }, (_, minor) => ({ version: `1.${minor}.0` }));
    const versions = tabulateDefects('PyPI', releases, []).map(({ version }) => version);
    expect([versions.length, versions[0], versions.at(-1)]).toEqual([12, '1.29.0', '1.18.0']);
  });

  test('counts a defect where its range, its Pythons and the condition of its range hold', () => {
    const rows = tabulateDefects(
      'PyPI',
      [{ version: '1.0' }, { version: '2.0' }, { version: '3.0' }],
      [
        defect('KF-0002', { introduced: '2.0', fixed: '3.0' }),
        { ...defect('KF-0001', { fixed: '3.0' }), pythons: ['3.12'] },
        defect('KF-0003', { python: '>=3.13' }),
      ],
    );
    expect(
      rows.map(({ version, counts, defects }) => ({
        version,
        on: everywhere.map((python) => counts.get(python)),
        defects,
      })),
    ).toEqual([
      { version: '3.0', on: [0, 0, 1, undefined], defects: ['KF-0003'] },
      { version: '2.0', on: [1, 2, 2, undefined], defects: ['KF-0001', 'KF-0002', 'KF-0003'] },
      { version: '1.0', on: [0, 1, 1, undefined], defects: ['KF-0001', 'KF-0003'] },
    ]);
  });
});

describe('a release installs', () => {
  test.each<[string, InstallableRelease, string]>([
    ['everywhere but on free-threaded builds if nothing is known', { version: '1.0' }, '0 0 0 -'],
    ['where its metadata allows it', { version: '1.0', requires_python: '>=3.12' }, '- 0 0 -'],
    ['on every Python with a wheel for all of them', { version: '1.0', wheels: 'any' }, '0 0 0 0'],
    ['where it has a wheel', { version: '1.0', wheels: ['3.12', '3.13t'] }, '- 0 - 0'],
    ['from source if it has no wheel at all', { version: '1.0', wheels: [] }, '0 0 0 -'],
    [
      'where its metadata allows it, whatever wheels there are',
      { version: '1.0', requires_python: '<3.13', wheels: 'any' },
      '0 0 - -',
    ],
  ])('%s', (_, release, expected) => {
    expect(table([release])).toEqual([`1.0: ${expected}`]);
  });

  test('on the Python versions of a compatibility table, if its wheels are unknown', () => {
    const pythonTable: CompatibilityTable = {
      package: { ecosystem: 'PyPI', name: 'demo' },
      with: 'python',
      source: 'https://example.org/',
      checked: '2026-01-01',
      rows: [
        { fixed: '2.0', works: '<3.12' },
        { introduced: '2.0', works: '>=3.12,<3.13' },
      ],
    };
    expect(table([{ version: '1.0' }, { version: '2.0' }], [], pythonTable)).toEqual([
      '2.0: - 0 - -',
      '1.0: 0 - - -',
    ]);
  });
});
