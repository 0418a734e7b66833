import * as pep440 from '@renovatebot/pep440';
import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test, vi } from 'vitest';
import {
  evaluatePackage,
  type FaultRanges,
} from '../../../../src/domain/affected/evaluate-package.ts';
import { evaluateFault } from '../../../../src/domain/affected/evaluate-fault.ts';
import { compareVersions } from '../../../../src/domain/versions/versions.ts';
import { builds, platforms, type Ecosystem } from '../../../../src/domain/vocabulary.ts';

const RUNS = { numRuns: 3_000 };

/** Far more than they take, on a machine that is busy. */
vi.setConfig({ testTimeout: 60_000 });

const number = fc.integer({ min: 0, max: 12 });
const maybe = (text: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, text);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));

/** Versions of PEP 440 without a local part, as bounds are; small numbers, so that many are neighbors. */
const pep440Bound = joined(
  fc.constantFrom('', '', '', '', '1!'),
  fc.array(number, { minLength: 1, maxLength: 4 }).map((release) => release.join('.')),
  maybe(joined(fc.constantFrom('a', 'b', 'rc', '.beta', '-RC'), number.map(String))),
  maybe(joined(fc.constantFrom('.post', '-r', '-'), number.map(String))),
  maybe(joined(fc.constantFrom('.dev'), number.map(String))),
);

const semverBound = joined(
  fc.tuple(number, number, number).map((release) => release.join('.')),
  maybe(joined(fc.constantFrom('-alpha.', '-beta.', '-rc', '-'), number.map(String))),
);

const versions: Record<Ecosystem, { bound: fc.Arbitrary<string>; version: fc.Arbitrary<string> }> =
  {
    PyPI: {
      bound: pep440Bound,
      version: joined(pep440Bound, maybe(fc.constantFrom('+cu121', '+local.1'))),
    },
    'crates.io': {
      bound: semverBound,
      version: joined(semverBound, maybe(fc.constantFrom('+build.5'))),
    },
  };

const ecosystem = fc.constantFrom<Ecosystem>('PyPI', 'crates.io');

/** A version and ranges of one package, each with a beginning, an end, both or none. */
function cases(rangeCount: number, isBounded = false) {
  return ecosystem.chain((name) => {
    const { bound, version } = versions[name];
    const end = isBounded ? bound : fc.option(bound, { nil: undefined });
    const range = fc
      .tuple(fc.option(bound, { nil: undefined }), end)
      .map(([introduced, fixed]) => ({ introduced, fixed }))
      .filter(
        ({ introduced, fixed }) =>
          introduced === undefined ||
          fixed === undefined ||
          compareVersions(name, introduced, fixed) < 0,
      );
    return fc.record({
      name: fc.constant(name),
      version,
      ranges: fc.array(range, { minLength: 1, maxLength: rangeCount }),
    });
  });
}

/** The verdict of the ecosystem's own library on one range. */
function libraryHolds(
  name: Ecosystem,
  version: string,
  { introduced, fixed }: { introduced?: string; fixed?: string },
): boolean {
  if (name === 'crates.io') {
    const text = [introduced && `>=${introduced}`, fixed && `<${fixed}`].filter(Boolean).join(' ');
    return semver.satisfies(version, text || '*', { includePrerelease: true });
  }
  const holds = (specifier: string) => pep440.satisfies(version, specifier, { prereleases: true });
  if (introduced !== undefined && !holds(`>=${introduced}`)) return false;
  if (fixed === undefined) return true;
  // PEP 440 leaves the pre-releases of V out of `<V`; a fix that is in V only is not in them. Order decides there.
  const release = (text: string) => pep440.explain(text)?.release.join('.') ?? '';
  return pep440.eq(release(version), release(fixed))
    ? pep440.lt(version, fixed)
    : holds(`<${fixed}`);
}

const withoutConditions = (ranges: FaultRanges) =>
  ranges.map((range) => ({ ...range, condition: { state: 'met' as const, beside: [] } }));

describe('of thousands of versions and ranges', () => {
  test('the libraries of both ecosystems say the same', () => {
    fc.assert(
      fc.property(cases(4), ({ name, version, ranges }) => {
        const expected = ranges.some((range) => libraryHolds(name, version, range));
        const { verdict } = evaluatePackage(
          { ecosystem: name, name: 'x' },
          withoutConditions(ranges),
          version,
        );
        expect(verdict === 'affected').toBe(expected);
      }),
      RUNS,
    );
  });

  test('the suggested version is unaffected, later, and the first such version', () => {
    let moved = 0;
    fc.assert(
      fc.property(cases(5), ({ name, version, ranges }) => {
        const { verdict, moveTo } = evaluatePackage(
          { ecosystem: name, name: 'x' },
          withoutConditions(ranges),
          version,
        );
        const isFree = (candidate: string) =>
          !ranges.some((range) => libraryHolds(name, candidate, range));
        const later = ranges
          .flatMap(({ fixed }) => fixed ?? [])
          .filter((fixed) => compareVersions(name, fixed, version) >= 0 && isFree(fixed));
        if (verdict !== 'affected' || later.length === 0) {
          expect(moveTo).toBeUndefined();
          return;
        }
        moved += 1;
        expect(later).toContain(moveTo);
        for (const other of later) {
          expect(compareVersions(name, moveTo ?? '', other)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(RUNS.numRuns / 10);
  });

  test('a version at or above every end is not affected, one below every beginning is older', () => {
    fc.assert(
      fc.property(cases(5, true), ({ name, version, ranges }) => {
        const { verdict } = evaluatePackage(
          { ecosystem: name, name: 'x' },
          withoutConditions(ranges),
          version,
        );
        const compare = (bound: string) => compareVersions(name, version, bound);
        if (ranges.every(({ fixed }) => compare(fixed ?? '') >= 0)) expect(verdict).toBe('fixed');
        if (ranges.every(({ introduced }) => introduced !== undefined && compare(introduced) < 0)) {
          expect(verdict === 'older' || ranges.some(({ fixed }) => compare(fixed ?? '') >= 0)).toBe(
            true,
          );
        }
      }),
      RUNS,
    );
  });
});

test('whatever is entered, it answers', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('3.13t', '3.', '9'.repeat(400), '1e999', '==', 'v', '3.13.0rc1', '__proto__'),
  );
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.option(fc.constantFrom(...platforms), { nil: undefined }),
      fc.option(fc.constantFrom(...builds), { nil: undefined }),
      (python, name, version, platform, build) => {
        const fault = {
          cause: 'defect' as const,
          python: '>=3.9,<3.14',
          platforms: ['linux'] as const,
          builds: ['gil'] as const,
          affected: [{ ecosystem: 'PyPI' as const, package: name || 'x', fixed: '2.0' }],
        };
        const packages = [{ name: name || 'x', version }];
        const answer = evaluateFault(fault, {
          python,
          platform,
          build,
          packages,
          isComplete: true,
        });
        expect(answer.packages).toHaveLength(1);
        expect(answer.verdict === 'affected' && answer.because.length > 0).toBe(false);
        expect(answer.verdict === 'unknown' && answer.because.length === 0).toBe(false);
      },
    ),
    RUNS,
  );
});

test('what is said of a machine stays true when more of it is known', () => {
  const interpreter = fc.constantFrom(
    { python: '3.12.0', build: 'gil' } as const,
    { python: '3.12.3', build: 'debug' } as const,
    { python: '3.13.0', build: 'free-threaded' } as const,
    { python: '3.13.2', build: 'gil' } as const,
    { python: '3.14.0t', build: 'free-threaded' } as const,
    { python: '3.14.1', build: 'debug' } as const,
  );
  const fault = fc.record({
    cause: fc.constant('defect' as const),
    python: fc.constantFrom('>=3.6', '>=3.9', '==3.12.*', '==3.13.2', '>=3.12,<3.14'),
    platforms: fc.subarray([...platforms], { minLength: 1 }),
    builds: fc.subarray([...builds], { minLength: 1 }),
    affected: fc.constant([{ ecosystem: 'PyPI' as const, package: 'x', fixed: '2.0' }]),
  });
  const known = fc.subarray(['python', 'platform', 'build'] as const);
  fc.assert(
    fc.property(
      fault,
      interpreter,
      fc.constantFrom(...platforms),
      known,
      (one, own, platform, keys) => {
        const all = { ...own, platform };
        const base = { packages: [{ name: 'x', version: '1.0' }], isComplete: true };
        const whole = evaluateFault(one, { ...all, ...base }).verdict;
        const some = Object.fromEntries(keys.map((key) => [key, all[key]]));
        const part = evaluateFault(one, { ...some, ...base }).verdict;
        expect(part === 'unknown' || part === whole).toBe(true);
        expect(whole).not.toBe('unknown');
      },
    ),
    RUNS,
  );
});
