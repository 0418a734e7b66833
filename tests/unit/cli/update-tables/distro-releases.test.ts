import { expect, test } from 'vitest';
import {
  compare,
  firstRelease,
  readDistroReleases,
} from '../../../../src/cli/update-tables/distro-releases.ts';
import { folderWith } from '../../../support/folder.ts';

const symbols = (GLIBC: string[], GLIBCXX: string[] = [], CXXABI: string[] = []) =>
  JSON.stringify({ symbols: { GLIBC, GLIBCXX, CXXABI } });

test('reads the newest symbol versions of each release, in version order', async () => {
  const folder = folderWith({
    'x86_64/ubuntu-22.04.json': symbols(
      ['2.35', '2.4', 'PRIVATE'],
      ['3.4.30', '3.4.9'],
      ['TM_1', '1.3.13'],
    ),
    'x86_64/ubuntu-9.10.json': symbols(['2.10']),
    'aarch64/ubuntu-22.04.json': symbols(['2.35'], ['3.4.30'], ['1.3.13']),
    'x86_64/ubuntu-devel.json': symbols(['2.99']),
    'x86_64/opensuse-42.3.json': symbols(['2.22']),
    'x86_64/slackware-15.0.json': symbols(['2.33']),
    'current-policies.json': '[]',
  });
  expect(await readDistroReleases(folder)).toEqual([
    { family: 'ubuntu', version: '9.10', newest: { GLIBC: [2, 10], GLIBCXX: [], CXXABI: [] } },
    {
      family: 'ubuntu',
      version: '22.04',
      newest: { GLIBC: [2, 35], GLIBCXX: [3, 4, 30], CXXABI: [1, 3, 13] },
    },
  ]);
});

test('refuses a file without symbols', async () => {
  const folder = folderWith({ 'x86_64/debian-12.json': '{}' });
  await expect(readDistroReleases(folder)).rejects.toThrow('debian-12.json: not a list of symbols');
});

test.each([
  [[2, 31], '≥ 20.04'],
  [[2, 39], '≥ 24.04'],
  [[2, 27], '≥ 18.04'],
  [[2, 40], '—'],
])('the first release with %j is %s', (wanted, expected) => {
  const releases = [
    ['18.04', 27],
    ['20.04', 31],
    ['24.04', 39],
  ].map(([version, minor]) => ({
    family: 'ubuntu' as const,
    version: String(version),
    newest: { GLIBC: [2, Number(minor)], GLIBCXX: [], CXXABI: [] },
  }));
  expect(firstRelease(releases, 'ubuntu', 'GLIBC', wanted)).toBe(expected);
  expect(firstRelease(releases, 'debian', 'GLIBC', wanted)).toBeUndefined();
});

test('a release that a later one falls behind does not count', () => {
  const releases = [30, 29, 31].map((minor, index) => ({
    family: 'suse' as const,
    version: `15.${index}`,
    newest: { GLIBC: [], GLIBCXX: [3, 4, minor], CXXABI: [] },
  }));
  expect(firstRelease(releases, 'suse', 'GLIBCXX', [3, 4, 30])).toBe('≥ 15.2');
});

test.each([
  [[3, 4, 9], [3, 4, 10], -1],
  [[3, 4, 10], [3, 4, 10], 0],
  [[2, 5], [2], 1],
  [[], [2], -1],
])('compares %j with %j', (a, b, expected) => {
  expect(Math.sign(compare(a, b))).toBe(expected);
});
