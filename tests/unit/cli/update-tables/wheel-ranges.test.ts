import { expect, test } from 'vitest';
import {
  formatRange,
  offeredReleases,
  wheelRange,
} from '../../../../src/cli/update-tables/wheel-ranges.ts';
import type { Release } from '../../../../src/domain/releases/releases.ts';

const release = (version: string, more: Partial<Release> = {}): Release => ({
  version,
  wheels: [],
  ...more,
});

test('offers neither yanked releases nor pre-releases', () => {
  const releases = [release('1.0'), release('1.1', { yanked: true }), release('2.0rc1')];
  expect(offeredReleases(releases).map(({ version }) => version)).toEqual(['1.0']);
});

test('offers pre-releases if there is nothing else', () => {
  expect(offeredReleases([release('1.0a1'), release('1.0b1')])).toHaveLength(2);
});

test('the range names a release without a wheel', () => {
  const releases = [
    release('1.0'),
    release('1.1', { wheels: ['3.12'] }),
    release('1.2'),
    release('1.3', { wheels: ['3.12', '3.13'] }),
    release('1.4', { wheels: ['3.13'] }),
  ];
  expect(wheelRange(releases, ['3.12'])).toEqual({ from: '1.1', to: '1.3', except: ['1.2'] });
  expect(wheelRange(releases, ['3.12', '3.13'])).toEqual({
    from: '1.1',
    to: '1.4',
    except: ['1.2'],
  });
  expect(wheelRange(releases, ['3.14'])).toBeUndefined();
});

test('the range begins after a long gap', () => {
  const releases = [
    release('0.9', { wheels: 'any' }),
    release('1.0'),
    release('1.1'),
    release('1.2'),
    release('1.3', { wheels: ['3.12'] }),
    release('1.4', { wheels: ['3.12'] }),
  ];
  expect(wheelRange(releases, ['3.12'])).toEqual({ from: '1.3', to: '1.4', except: [] });
  expect(wheelRange(releases, ['3.13'])).toEqual({ from: '0.9', to: '0.9', except: [] });
});

test('a wheel for every Python does not count for a series that the release dropped', () => {
  const releases = [
    release('1.0', { wheels: 'any', requires_python: '>=3.8' }),
    release('1.1', { wheels: 'any', requires_python: '>=3.10' }),
    release('1.2', { wheels: 'any', requires_python: '>=3.10,<3.14' }),
    release('1.3', { wheels: 'any' }),
  ];
  expect(wheelRange(releases.slice(0, 3), ['3.8'])).toEqual({ from: '1.0', to: '1.0', except: [] });
  expect(wheelRange(releases.slice(0, 3), ['3.14t'])).toEqual({
    from: '1.0',
    to: '1.1',
    except: [],
  });
  expect(wheelRange(releases, ['3.8'])).toEqual({
    from: '1.0',
    to: '1.3',
    except: ['1.1', '1.2'],
  });
});

test.each([
  [{ from: '2.1.0', to: '2.4.0', except: [] }, '≥ 2.1.0'],
  [{ from: '2.1.0', to: '2.4.0', except: ['2.1.2', '2.2.0'] }, '≥ 2.1.0, ≠ 2.1.2, ≠ 2.2.0'],
  [{ from: '1.17.3', to: '1.24.4', except: [] }, '1.17.3–1.24.4'],
  [{ from: '1.12.0', to: '1.12.0', except: [] }, '1.12.0'],
  [undefined, '—'],
])('formats %j as %s', (range, expected) => {
  expect(formatRange(range, '2.4.0')).toBe(expected);
});
