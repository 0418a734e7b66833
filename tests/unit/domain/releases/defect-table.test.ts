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

/** Returns the counts of each release on 3.11, 3.12, 3.13 and 3.13t; `-` where it does not support the version. */
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

describe('a release supports a Python version', () => {
  test.each<[string, InstallableRelease, string]>([
    ['that is not a free-threaded build if nothing is known', { version: '1.0' }, '0 0 0 -'],
    ['that its metadata allows', { version: '1.0', requires_python: '>=3.12' }, '- 0 0 -'],
    ['if one wheel fits all of them', { version: '1.0', wheels: 'any' }, '0 0 0 0'],
    ['that has a wheel', { version: '1.0', wheels: ['3.12', '3.13t'] }, '- 0 - 0'],
    [
      'if it has no wheel at all and is built from source',
      { version: '1.0', wheels: [] },
      '0 0 0 -',
    ],
    [
      'that its metadata allows, whatever wheels there are',
      { version: '1.0', requires_python: '<3.13', wheels: 'any' },
      '0 0 - -',
    ],
  ])('%s', (_, release, expected) => {
    expect(table([release])).toEqual([`1.0: ${expected}`]);
  });

  test('that a compatibility table allows; the table has only releases that it covers', () => {
    const pythonTable: CompatibilityTable = {
      package: { ecosystem: 'PyPI', name: 'demo' },
      with: 'python',
      source: 'https://example.org/',
      checked: '2026-01-01',
      rows: [
        { introduced: '1.0', fixed: '2.0', works: '<3.12' },
        { introduced: '2.0', works: '>=3.12,<3.13' },
      ],
    };
    const releases = [
      { version: '0.9' },
      { version: '1.0' },
      { version: '2.0', wheels: 'any' as const },
    ];
    expect(table(releases, [], pythonTable)).toEqual(['2.0: - 0 - -', '1.0: 0 - - -']);
  });
});
