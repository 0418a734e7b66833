import { expect, test } from 'vitest';
import {
  formatChange,
  upstreamChanges,
  type StaleFacts,
  type UpstreamSnapshot,
} from '../../../../src/domain/upstream/upstream-changes.ts';
import type { Release } from '../../../../src/domain/releases/releases.ts';
import type { CheckedAddress } from '../../../../src/domain/upstream/upstream-record.ts';

const ISSUE = 'https://github.com/example/demo/issues/1';
const FIX = 'https://github.com/example/demo/pull/2';

const article: StaleFacts = {
  status: 'workaround',
  updated: '2026-02-01',
  affected: [{ ecosystem: 'PyPI', package: 'demo' }],
  upstream: [
    { kind: 'issue', url: ISSUE, state: 'open' },
    { kind: 'fix', url: FIX, state: 'merged' },
  ],
};

const movesOf = (
  changes: Partial<StaleFacts>,
  looks: Record<string, CheckedAddress>,
  releases: Release[] = [],
) => {
  const seen: UpstreamSnapshot = {
    addresses: new Map(Object.entries(looks)),
    releasesOf: () => releases,
  };
  return upstreamChanges({ ...article, ...changes }, seen).map(formatChange);
};

const merged: CheckedAddress = { state: 'merged', closed: '2026-01-10', checked: '2026-03-01' };

test.each<[string, Partial<StaleFacts>, Record<string, CheckedAddress>, Release[], string[]]>([
  ['nothing has been checked', {}, {}, [{ version: '9.9', day: '2026-03-01' }], []],
  ['all is as the article says', {}, { [ISSUE]: { state: 'open', checked: '2026-03-01' } }, [], []],
  [
    'the look is older than the article',
    {},
    { [ISSUE]: { state: 'closed', checked: '2026-01-31' } },
    [],
    [],
  ],
  [
    'the check is from the day of the article, so the closing date is unknown',
    {},
    { [ISSUE]: { state: 'closed', checked: '2026-02-01' } },
    [],
    ['example/demo#1: open in the article, closed'],
  ],
  [
    'the article does not say how it stood',
    { upstream: [{ kind: 'issue', url: ISSUE }] },
    { [ISSUE]: { state: 'closed', checked: '2026-03-01' } },
    [],
    [],
  ],
  [
    'it moved and was closed',
    {},
    { [ISSUE]: { state: 'closed', closed: '2026-02-02', moved: FIX, checked: '2026-03-01' } },
    [],
    [
      `example/demo#1: moved to ${FIX}`,
      'example/demo#1: open in the article, closed on 2026-02-02',
    ],
  ],
  [
    'a release came after the fix, but before the article',
    {},
    { [FIX]: merged },
    [{ version: '1.1', day: '2026-02-01' }],
    [],
  ],
  [
    'the first release after the article counts, in the order of versions',
    {},
    { [FIX]: merged },
    [
      { version: '1.0.9', day: '2026-01-01' },
      { version: '1.1', day: '2026-02-02' },
      { version: '1.2', day: '2026-02-03' },
    ],
    ['example/demo#2: the fix was merged on 2026-01-10, and demo 1.1 came out on 2026-02-02'],
  ],
  [
    'later releases are withdrawn, not for users, or of an unknown day',
    {},
    { [FIX]: merged },
    [
      { version: '1.1', day: '2026-02-02', yanked: true },
      { version: '1.2rc1', day: '2026-02-03' },
      { version: '1.2' },
    ],
    [],
  ],
  [
    'the package has a fixed release in the article, so the fix is not new',
    { affected: [{ ecosystem: 'PyPI', package: 'demo', fixed: '1.1' }] },
    { [FIX]: merged },
    [
      { version: '1.1', day: '2026-01-11' },
      { version: '1.2', day: '2026-02-03' },
    ],
    [],
  ],
  [
    'an article that is by design has no fix to wait for',
    { status: 'by-design' },
    { [FIX]: merged },
    [{ version: '1.2', day: '2026-02-03' }],
    [],
  ],
  [
    'the fixed release itself was withdrawn, the next one is out',
    { status: 'fixed', affected: [{ ecosystem: 'PyPI', package: 'demo', fixed: '1.1' }] },
    {},
    [
      { version: '1.1', day: '2026-01-11', yanked: true },
      { version: '1.1.1', day: '2026-02-03' },
    ],
    ['demo 1.1.1: out since 2026-02-03, after the article, which has it fixed in 1.1'],
  ],
])('%s', (_what, changes, looks, releases, expected) => {
  expect(movesOf(changes, looks, releases)).toEqual(expected);
});
