import { expect, test } from 'vitest';
import { countFaults, faultHistory } from '../../../../src/domain/releases/release-history.ts';

const releases = ['1.0', '1.1', '2.0a1', '2.0', '2.1', '3.0'].map((version) => ({ version }));

test('a fault of some releases: how many, from which to which, the first without, the newest', () => {
  const history = faultHistory('PyPI', releases, [{ introduced: '1.1', fixed: '2.1' }]);
  expect(history).toMatchObject({
    affected: 2,
    first: '1.1',
    last: '2.0',
    firstUnaffected: '2.1',
    newest: '3.0',
  });
  // Installers do not choose pre-releases by default.
  expect(history?.shown.map(({ version, faults }) => `${version}:${faults}`)).toEqual([
    '1.0:0',
    '1.1:1',
    '2.0:1',
    '2.1:0',
    '3.0:0',
  ]);
});

test('a fault without a fixed release has no first one without it', () => {
  expect(faultHistory('PyPI', releases, [{ introduced: '2.1' }])?.firstUnaffected).toBeUndefined();
});

test('a fix that has not been released yet', () => {
  const history = faultHistory('PyPI', releases, [{ introduced: '3.0', fixed: '3.1' }]);
  expect(history).toMatchObject({ affected: 1, first: '3.0', last: '3.0' });
  expect(history?.firstUnaffected).toBeUndefined();
});

test.each([
  ['of a package without known releases', [], [{}]],
  ['of releases that came and went before', releases, [{ introduced: '4.0' }]],
])('there is no history %s', (_, known, ranges) => {
  expect(faultHistory('PyPI', known, ranges)).toBeUndefined();
});

test('a range and its continuation are one fault; withdrawn releases do not count', () => {
  const yanked = [...releases, { version: '4.0', yanked: true as const }];
  const faults = [[{ fixed: '1.1' }, { introduced: '3.0' }], [{ introduced: '2.0' }]];
  const counted = countFaults('PyPI', yanked, faults);
  expect(counted.map(({ faults: n }) => n)).toEqual([1, 0, 1, 1, 2]);
});

test('of a long history the releases just before the fault are shown, and all after it', () => {
  const long = Array.from({ length: 400 }, (_, at) => ({ version: `${at}.0` }));
  const late = faultHistory('PyPI', long, [{ introduced: '380.0', fixed: '390.0' }]);
  expect([late?.total, late?.shown.length, late?.shown[0]?.version]).toEqual([400, 150, '250.0']);
  const middle = faultHistory('PyPI', long, [{ introduced: '200.0' }]);
  expect(middle?.shown[0]?.version).toBe('190.0');
  expect(faultHistory('PyPI', long, [{ fixed: '3.0' }])?.shown).toHaveLength(400);
});
