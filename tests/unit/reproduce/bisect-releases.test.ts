import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bisectReleases,
  brokenRanges,
  changes,
  type Verdict,
} from '../../../src/reproduce/bisect-releases.ts';

const VERDICTS: Readonly<Record<string, Verdict>> = { b: 'broken', f: 'fixed', '?': 'unknown' };

/** Bisects releases that are given as one letter each: b(roken), f(ixed), ? (unknown). */
async function bisect(releases: string, seeds: number[]) {
  const tried: number[] = [];
  const verdicts = await bisectReleases(releases.length, seeds, async (index) => {
    tried.push(index);
    return VERDICTS[releases[index] ?? ''] ?? 'unknown';
  });
  return { tried, verdicts, ranges: brokenRanges(verdicts) };
}

test.each([
  ['one change', 'fffffbbbbb', [9, 0], [{ introduced: 5, isOlder: false, fixed: undefined }]],
  ['a fix', 'bbbbbfffff', [9, 0], [{ introduced: 0, isOlder: false, fixed: 5 }]],
  [
    'a fault that comes and goes',
    'ffbbffffbbff',
    [0, 3, 6, 9, 11],
    [
      { introduced: 2, isOlder: false, fixed: 4 },
      { introduced: 8, isOlder: false, fixed: 10 },
    ],
  ],
  [
    'releases that cannot be installed beside a change',
    'ffff??bbbb',
    [9, 0],
    [{ introduced: 6, isOlder: false, fixed: undefined }],
  ],
  [
    'a fault that is older than what can be installed',
    '??????bbff',
    [9, 0, 7],
    [{ introduced: 6, isOlder: true, fixed: 8 }],
  ],
  [
    'a fault that the oldest release tried has, too',
    'fbbbff',
    [5, 3],
    [{ introduced: 1, isOlder: false, fixed: 4 }],
  ],
  [
    'a fault that may be gone in releases that cannot be judged',
    'ffbb??',
    [5, 0, 2],
    [{ introduced: 2, isOlder: false, fixed: undefined, unknownAfter: 3 }],
  ],
  ['no broken release', 'ffff', [3, 0], []],
  ['nothing that runs', '????', [3, 0], []],
])('finds the ranges of %s', async (_, releases, seeds, ranges) => {
  expect((await bisect(releases, seeds)).ranges).toEqual(ranges);
});

test('tries about as many releases as a binary search', async () => {
  const { tried } = await bisect('f'.repeat(700) + 'b'.repeat(324), [1023, 0]);
  expect(tried.length).toBeLessThanOrEqual(12);
});

describe('for any releases and seeds', () => {
  const releases = fc.string({ unit: fc.constantFrom('b', 'f', '?'), minLength: 1, maxLength: 40 });

  test('no release is tried twice, and none is left between the two sides of a change', async () => {
    await fc.assert(
      fc.asyncProperty(releases, fc.array(fc.nat(45), { maxLength: 6 }), async (all, seeds) => {
        const { tried, verdicts } = await bisect(all, seeds);
        expect(new Set(tried).size).toBe(tried.length);
        for (const { before, after } of changes(verdicts)) {
          for (let index = before + 1; index < after; index++) expect(all[index]).toBe('?');
        }
      }),
    );
  });
});
