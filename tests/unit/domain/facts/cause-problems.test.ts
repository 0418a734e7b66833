import { describe, expect, test } from 'vitest';
import { causeProblems } from '../../../../src/domain/facts/cause-problems.ts';

const range = { ecosystem: 'PyPI' as const, package: 'weaver', fixed: '1.0' };
const pair = { ...range, with: [{ package: 'loom', versions: '>=3' }] };
const none = { python: '>=3.6', affected: [], concerns: [], compatibility: [] };

type CauseFacts = Parameters<typeof causeProblems>[0];

describe('the kind of cause contradicts', () => {
  test.each<[string, CauseFacts, string]>([
    [
      'a defect without range',
      { ...none, cause: 'defect' },
      'affected: the affected ranges of a defect, or python with the affected versions',
    ],
    [
      'a defect of a pair',
      { ...none, cause: 'defect', affected: [pair] },
      'affected.0.with: nothing with cause defect; a pair has cause incompatibility',
    ],
    [
      'an incompatibility without releases',
      { ...none, cause: 'incompatibility' },
      'affected: the releases that do not work together, or compatibility',
    ],
    [
      'half a pair',
      { ...none, cause: 'incompatibility', affected: [pair, range] },
      'affected.1: a range with the other half of the pair in with or python',
    ],
    [
      'an environment with a range',
      { ...none, cause: 'environment', affected: [range] },
      'affected: no range with cause environment, which no release has; name the packages in concerns',
    ],
    [
      'usage with a table',
      { ...none, cause: 'usage', compatibility: [{ table: 'weaver-loom', side: 'newer' }] },
      'compatibility: no table with cause usage',
    ],
    [
      'a defect that concerns packages',
      { ...none, cause: 'defect', affected: [range], concerns: ['weaver'] },
      'concerns: no package with cause defect; name the releases in affected',
    ],
  ])('%s', (_name, facts, problem) => {
    const problems = causeProblems(facts).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    expect(problems).toEqual([problem]);
  });
});

describe('the kind of cause fits', () => {
  test.each<[string, CauseFacts]>([
    ['a range', { ...none, cause: 'defect', affected: [range] }],
    [
      'a range on some Pythons',
      { ...none, cause: 'defect', affected: [{ ...range, python: '>=3.13' }] },
    ],
    ['a defect of Python itself', { ...none, cause: 'defect', python: '>=3.13,<3.13.5' }],
    ['a pair', { ...none, cause: 'incompatibility', affected: [pair] }],
    [
      'a pair with Python',
      { ...none, cause: 'incompatibility', affected: [{ ...range, python: '>=3.13' }] },
    ],
    [
      'a table',
      {
        ...none,
        cause: 'incompatibility',
        compatibility: [{ table: 'weaver-loom', side: 'newer' }],
      },
    ],
    ['an environment', { ...none, cause: 'environment', concerns: ['weaver'] }],
    ['usage', { ...none, cause: 'usage' }],
  ])('%s', (_name, facts) => {
    expect(causeProblems(facts)).toEqual([]);
  });
});
