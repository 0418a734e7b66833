import { describe, expect, test } from 'vitest';
import {
  evaluateFault,
  type AffectedFacts,
} from '../../../../src/domain/affected/evaluate-fault.ts';
import type { Machine, MachinePackage } from '../../../../src/domain/affected/machine.ts';

const loom = (versions: string) => [{ package: 'loom', versions }];

/** Weaver before 1.0 fails with Loom 3, Weaver 1 with Loom 4; Weaver 2 fails on Python 3.14. */
const pair: AffectedFacts = {
  cause: 'incompatibility',
  platforms: ['linux', 'macos', 'windows'],
  python: '>=3.8',
  builds: ['gil', 'free-threaded'],
  affected: [
    { ecosystem: 'PyPI', package: 'weaver', fixed: '1.0', with: loom('>=3') },
    { ecosystem: 'PyPI', package: 'weaver', introduced: '1.0', fixed: '2.0', with: loom('>=4') },
    { ecosystem: 'PyPI', package: 'weaver', introduced: '2.0', fixed: '2.1', python: '>=3.14' },
  ],
};

const packages = (versions: Record<string, string | undefined>): MachinePackage[] =>
  Object.entries(versions).map(([name, version]) => ({ name, ...(version && { version }) }));

function evaluate(versions: Record<string, string | undefined>, machine: Partial<Machine> = {}) {
  return evaluateFault(pair, { packages: packages(versions), isComplete: false, ...machine });
}

describe('releases that do not work together', () => {
  test.each([
    ['both halves are there', { weaver: '0.9', loom: '3.1' }, 'affected'],
    ['the partner is older', { weaver: '0.9', loom: '2.9' }, 'not-affected'],
    ['the partner is unknown', { weaver: '0.9' }, 'unknown'],
    ['the version is unknown', { loom: '3.1' }, 'unknown'],
    ['a newer release works with the partner', { weaver: '1.2', loom: '3.1' }, 'not-affected'],
    ['the partner is too new for that, too', { weaver: '1.2', loom: '4.0' }, 'affected'],
    ['the release is after all ranges', { weaver: '2.1', loom: '4.0' }, 'fixed'],
  ])('%s', (_name, versions, verdict) => {
    expect(evaluate(versions, { python: '3.13' }).verdict).toBe(verdict);
  });

  test('name the partner, and the first release that works with what is there', () => {
    expect(evaluate({ weaver: '0.9', loom: '3.1' }, { python: '3.13' }).packages).toEqual([
      {
        ecosystem: 'PyPI',
        name: 'weaver',
        version: '0.9',
        verdict: 'affected',
        beside: [{ name: 'loom', version: '3.1' }],
        moveTo: '1.0',
      },
    ]);
  });

  test('skip a release that fails with the same partner', () => {
    const [weaver] = evaluate({ weaver: '0.9', loom: '4.0' }, { python: '3.13' }).packages;
    expect(weaver?.moveTo).toBe('2.0');
  });

  test('are those of a package and a Python version, too', () => {
    expect(evaluate({ weaver: '2.0' }, { python: '3.14' }).packages[0]).toMatchObject({
      verdict: 'affected',
      beside: [{ name: 'Python', version: '3.14' }],
      moveTo: '2.1',
    });
    expect(evaluate({ weaver: '2.0' }, { python: '3.13' }).verdict).toBe('not-affected');
    expect(evaluate({ weaver: '2.0' })).toMatchObject({
      verdict: 'unknown',
      because: [{ code: 'missing', fact: 'python' }],
    });
  });

  test('need the partner in a complete list of packages', () => {
    expect(evaluate({ weaver: '0.9' }, { python: '3.13', isComplete: true }).verdict).toBe(
      'not-affected',
    );
  });

  test('are found if one of several installed versions of the partner does not work', () => {
    const several = [
      ...packages({ weaver: '0.9' }),
      ...['2.0', '3.0'].map((version) => ({ name: 'Loom', version })),
    ];
    expect(evaluateFault(pair, { packages: several, isComplete: false }).verdict).toBe('affected');
  });
});

describe('a fault that no release has', () => {
  test.each(['environment', 'usage'] as const)('is possible on any machine: %s', (cause) => {
    const fault: AffectedFacts = { ...pair, cause, affected: [], platforms: ['linux'] };
    const machine = { packages: [], isComplete: false };
    expect(evaluateFault(fault, machine).verdict).toBe('possible');
    expect(evaluateFault(fault, { ...machine, platform: 'macos' })).toEqual({
      verdict: 'not-affected',
      because: [{ code: 'ruled-out', by: 'platform' }],
      packages: [],
    });
  });
});
