import { describe, expect, test } from 'vitest';
import { evaluateFault } from '../../../src/domain/affected/evaluate-fault.ts';
import type { Machine } from '../../../src/domain/affected/machine.ts';
import { versionLine } from '../../../src/i18n/version-line.ts';
import type { AuditFault } from '../../../src/audit/audit-fault.ts';
import { auditFault } from '../../support/make-audit-fault.ts';

const pair: Partial<AuditFault> = {
  cause: 'incompatibility',
  affected: [
    {
      ecosystem: 'PyPI',
      package: 'numba',
      fixed: '0.61.2',
      with: [{ package: 'numpy', versions: '>=2.2' }],
    },
  ],
};

/** Evaluates a fault for versions such as `numba 0.61.0`. */
function line(facts: Partial<AuditFault>, versions: readonly string[], locale: 'en' | 'zh' = 'en') {
  const machine: Machine = {
    isComplete: false,
    packages: versions.flatMap((text) => {
      const [name = '', version = ''] = text.split(' ');
      return name === 'python' ? [] : [{ name, version }];
    }),
  };
  const python = versions.find((text) => text.startsWith('python '))?.slice('python '.length);
  const known = python === undefined ? machine : { ...machine, python };
  const { headline, text } = versionLine(
    evaluateFault(auditFault('KF-0001', facts), known),
    python,
    locale,
  );
  return headline + text;
}

describe('whether the versions in a paste have a fault', () => {
  test.each([
    [{}, ['numpy 1.26.4'], 'Affected. You have numpy 1.26.4.'],
    [pair, ['numba 0.61.0', 'numpy 2.2.0'], 'Affected. You have numba 0.61.0 and numpy 2.2.0.'],
    [
      { affected: [], python: '>=3.13,<3.13.2' },
      ['python 3.13.1'],
      'Affected. You have Python 3.13.1.',
    ],
    [
      {},
      ['numpy 2.0.1'],
      'Fixed in your version. numpy 2.0.1 has the fix. If the error persists, the failing program uses another installation.',
    ],
    [pair, ['numpy 2.2.0'], 'Cannot tell yet. The version of numba is missing.'],
    [
      { python: '>=3.13' },
      ['python 3.12', 'numpy 1.26.4'],
      'Not affected. This fault does not occur with your Python version.',
    ],
  ])('%j with %j', (facts, versions, expected) => {
    expect(line(facts, versions)).toBe(expected);
  });

  test('is said in Chinese', () => {
    expect(line(pair, ['numba 0.61.0', 'numpy 2.2.0'], 'zh')).toBe(
      '受影响。你安装的是 numba 0.61.0、numpy 2.2.0。',
    );
  });
});
