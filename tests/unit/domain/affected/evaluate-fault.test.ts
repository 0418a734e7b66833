import { describe, expect, test } from 'vitest';
import {
  evaluateFault,
  type AffectedFacts,
} from '../../../../src/domain/affected/evaluate-fault.ts';
import type { Machine } from '../../../../src/domain/affected/machine.ts';
import { symptomsBySeverity } from '../../../../src/domain/facts/severity.ts';
import { readVersion } from '../../../../src/domain/versions/read-version.ts';
import { symptoms } from '../../../../src/domain/vocabulary.ts';

/** A fault of every platform, Python and build in cython 3.0.0 to 3.0.9, as far as a case says nothing else. */
function fault(facts: Partial<AffectedFacts> = {}): AffectedFacts {
  return {
    cause: 'defect',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.6',
    builds: ['gil', 'free-threaded'],
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.0.10' }],
    ...facts,
  };
}

function machine(facts: Partial<Machine> = {}): Machine {
  return {
    packages: [{ ecosystem: 'PyPI', name: 'cython', version: '3.0.2' }],
    isComplete: false,
    ...facts,
  };
}

const cython = (version?: string) => ({ packages: [{ name: 'cython', version }] });

describe('the version of a package', () => {
  test.each([
    ['3.0.0', 'affected', 'affected', '3.0.10'],
    ['3.0.9', 'affected', 'affected', '3.0.10'],
    ['3.0.10rc1', 'affected', 'affected', '3.0.10'],
    ['3.0.0.post1', 'affected', 'affected', '3.0.10'],
    ['3.0.9+local.1', 'affected', 'affected', '3.0.10'],
    ['3.0.10', 'fixed', 'fixed', undefined],
    ['3.0.10+cu121', 'fixed', 'fixed', undefined],
    ['3.1', 'fixed', 'fixed', undefined],
    ['3.0.0rc2', 'not-affected', 'older', undefined],
    ['3.0.0.dev1', 'not-affected', 'older', undefined],
    ['0.29.37', 'not-affected', 'older', undefined],
    ['', 'unknown', 'unknown', undefined],
    ['newest', 'unknown', 'invalid', undefined],
    // What is copied along is understood.
    ['v3.0.2', 'affected', 'affected', '3.0.10'],
    ['==3.0.2', 'affected', 'affected', '3.0.10'],
    [' == 3.0.2 ', 'affected', 'affected', '3.0.10'],
  ])('cython %j: %s', (version, verdict, ofPackage, moveTo) => {
    const answer = evaluateFault(fault(), machine(cython(version)));
    expect(answer.verdict).toBe(verdict);
    expect(answer.packages).toHaveLength(1);
    expect(answer.packages[0]?.verdict).toBe(ofPackage);
    expect(answer.packages[0]?.moveTo).toBe(moveTo);
  });

  test('an invalid one carries what would be valid', () => {
    const { because, packages } = evaluateFault(fault(), machine(cython(' 3.x ')));
    const allowed = 'a PEP 440 version such as 3.1.0, 3.1.0a1';
    expect(packages).toEqual([
      { ecosystem: 'PyPI', name: 'cython', version: '3.x', verdict: 'invalid', allowed },
    ]);
    expect(because).toEqual([
      {
        code: 'invalid',
        fact: 'version',
        ecosystem: 'PyPI',
        name: 'cython',
        text: '3.x',
        allowed,
      },
    ]);
  });

  test.each([
    ['PyPI', 'v1.2.3', '1.2.3'],
    ['PyPI', '===1.2.3', '1.2.3'],
    ['PyPI', '1.2.3\n', '1.2.3'],
    ['PyPI', '1!2.0.post1', '1!2.0.post1'],
    ['PyPI', '>=1.2', undefined],
    ['PyPI', '1.2 3', undefined],
    ['PyPI', `1.${'0'.repeat(200)}`, undefined],
    ['crates.io', 'v0.23.0', '0.23.0'],
    ['crates.io', '=0.23.0', '0.23.0'],
    ['crates.io', '0.23.0-beta.1+b5', '0.23.0-beta.1+b5'],
    ['crates.io', '0.23', undefined],
    ['crates.io', '^0.23.0', undefined],
  ] as const)('on %s %j is read as %j', (ecosystem, text, version) => {
    expect(readVersion(ecosystem, text)).toBe(version);
  });

  test.each([
    // Two release series with the fault: suggests the end of the installed one, if the other does not begin there.
    ['0.29.20', 'affected', '0.29.25'],
    ['0.29.25', 'fixed', undefined],
    ['0.29.37', 'fixed', undefined],
    ['3.0.0a5', 'affected', '3.0.0a10'],
    ['3.0.0', 'fixed', undefined],
  ])('of ranges before 0.29.25 and from 3.0.0a1 to 3.0.0a9, %s: %s', (version, verdict, moveTo) => {
    const affected: AffectedFacts['affected'] = [
      { ecosystem: 'PyPI', package: 'cython', fixed: '0.29.25' },
      { ecosystem: 'PyPI', package: 'Cython', introduced: '3.0.0a1', fixed: '3.0.0a10' },
    ];
    const { verdict: found, packages } = evaluateFault(
      fault({ affected }),
      machine(cython(version)),
    );
    expect([found, packages[0]?.moveTo]).toEqual([verdict, moveTo]);
  });

  test('a fix inside another affected range is not suggested', () => {
    const affected: AffectedFacts['affected'] = [
      { ecosystem: 'PyPI', package: 'cython', introduced: '1.0', fixed: '2.0' },
      { ecosystem: 'PyPI', package: 'cython', introduced: '2.0', fixed: '3.0' },
      { ecosystem: 'PyPI', package: 'cython', introduced: '4.0' },
    ];
    const moveTo = (version: string) =>
      evaluateFault(fault({ affected }), machine(cython(version))).packages[0]?.moveTo;
    expect(moveTo('1.5')).toBe('3.0');
    expect(moveTo('4.1')).toBeUndefined();
  });
});

describe('several packages', () => {
  const affected: AffectedFacts['affected'] = [
    { ecosystem: 'crates.io', package: 'pyo3-build-config', fixed: '0.23.0' },
    { ecosystem: 'PyPI', package: 'setuptools-rust', fixed: '1.12.0' },
  ];
  const rust = (version?: string) => ({ name: 'pyo3_build_config', version });
  const setuptools = (version?: string) => ({ name: 'Setuptools.Rust', version });

  test.each([
    [[rust('0.22.0'), setuptools('1.12.0')], false, 'affected', 'affected fixed'],
    [[rust('0.22.0')], false, 'affected', 'affected unknown'],
    [[rust('0.23.0'), setuptools('1.12.0')], false, 'fixed', 'fixed fixed'],
    [[rust('0.23.0')], false, 'unknown', 'fixed unknown'],
    [[rust('0.23.0')], true, 'fixed', 'fixed absent'],
    [[rust()], true, 'unknown', 'unknown absent'],
    [[], true, 'not-affected', 'absent absent'],
    [[], false, 'unknown', 'unknown unknown'],
    // One package in two versions, as lock files have it
    [[rust('0.23.0'), rust('0.21.0'), rust('0.23.0')], true, 'affected', 'fixed affected absent'],
  ] as const)('%j, complete: %s: %s (%s)', (packages, isComplete, verdict, each) => {
    const answer = evaluateFault(fault({ affected }), { packages, isComplete });
    expect(answer.verdict).toBe(verdict);
    expect(answer.packages.map((one) => one.verdict).join(' ')).toBe(each);
  });

  test('what is asked for is named', () => {
    expect(
      evaluateFault(fault({ affected }), { packages: [rust('0.23.0')], isComplete: false }).because,
    ).toEqual([{ code: 'missing', fact: 'version', ecosystem: 'PyPI', name: 'setuptools-rust' }]);
    expect(evaluateFault(fault({ affected }), { packages: [], isComplete: true }).because).toEqual([
      { code: 'absent' },
    ]);
  });

  test('a package of another ecosystem is another package', () => {
    const numpy = fault({
      affected: [{ ecosystem: 'crates.io', package: 'numpy', fixed: '0.23.0' }],
    });
    const verdict = (ecosystem: 'PyPI' | 'crates.io' | undefined) =>
      evaluateFault(numpy, {
        packages: [{ ecosystem, name: 'numpy', version: '0.22.0' }],
        isComplete: true,
      }).verdict;
    expect(verdict('crates.io')).toBe('affected');
    expect(verdict('PyPI')).toBe('not-affected');
    expect(verdict(undefined)).toBe('affected');
  });
});

describe('Python', () => {
  test.each([
    ['>=3.6', undefined, 'affected', undefined],
    ['>=3.9', undefined, 'unknown', { code: 'missing', fact: 'python' }],
    ['>=3.9', '', 'unknown', { code: 'missing', fact: 'python' }],
    ['>=3.9', '3.8', 'not-affected', { code: 'ruled-out', by: 'python' }],
    ['>=3.9', '3.9', 'affected', undefined],
    ['>=3.9', 'Python 3.12.4', 'affected', undefined],
    ['>=3.9', '2.7.18', 'not-affected', { code: 'ruled-out', by: 'python' }],
    ['==3.13.4', '3.13', 'unknown', { code: 'missing', fact: 'python-micro' }],
    ['==3.13.4', '3.13.4', 'affected', undefined],
    ['==3.13.4', '3.13.5', 'not-affected', { code: 'ruled-out', by: 'python' }],
    ['==3.13.4', '3.12', 'not-affected', { code: 'ruled-out', by: 'python' }],
    ['==3.11.*', '3.11', 'affected', undefined],
    ['>=3.13', '3.13t', 'affected', undefined],
    // A pre-release has what the release brings, and is none of those before it.
    ['>=3.14', '3.14.0rc1', 'affected', undefined],
    ['<3.14', '3.14.0a3', 'not-affected', { code: 'ruled-out', by: 'python' }],
    ['>=3.14', '3.14rc1', 'affected', undefined],
    ['>=3.13', '3.13.0+', 'affected', undefined],
  ] as const)('a fault of %s on %j: %s', (specifier, python, verdict, reason) => {
    const answer = evaluateFault(fault({ python: specifier }), machine({ python }));
    expect(answer.verdict).toBe(verdict);
    expect(answer.because).toEqual(reason ? [reason] : []);
  });

  test('an invalid version comes with a description of a valid one, where it matters', () => {
    expect(evaluateFault(fault({ python: '>=3.9' }), machine({ python: 'three' })).because).toEqual(
      [
        {
          code: 'invalid',
          fact: 'python',
          text: 'three',
          allowed: 'a Python version such as 3.13, 3.13.4, 3.13t, 3.14.0rc1',
        },
      ],
    );
    expect(evaluateFault(fault(), machine({ python: 'three' })).verdict).toBe('affected');
  });
});

describe('platform', () => {
  test.each([
    [['linux', 'macos', 'windows'], undefined, 'affected', []],
    [['linux'], undefined, 'unknown', [{ code: 'missing', fact: 'platform' }]],
    [['linux'], 'linux', 'affected', []],
    [['linux'], 'windows', 'not-affected', [{ code: 'ruled-out', by: 'platform' }]],
  ] as const)('a fault of %j on %s: %s', (platforms, platform, verdict, because) => {
    const answer = evaluateFault(fault({ platforms }), machine({ platform }));
    expect(answer).toMatchObject({ verdict, because });
  });
});

describe('build', () => {
  const missing = [{ code: 'missing', fact: 'build' }];
  const out = [{ code: 'ruled-out', by: 'build' }];
  test.each([
    [['gil', 'free-threaded'], undefined, undefined, 'affected', []],
    [['gil'], '3.12', undefined, 'affected', []],
    [['gil'], '3.12.1', 'free-threaded', 'affected', []],
    [['gil'], '3.13', undefined, 'unknown', missing],
    [['gil'], undefined, undefined, 'unknown', missing],
    [['gil'], '3.13', 'gil', 'affected', []],
    [['gil'], '3.13', 'debug', 'affected', []],
    [['gil'], '3.13', 'free-threaded', 'not-affected', out],
    [['gil'], '3.13t', undefined, 'not-affected', out],
    [['gil'], '3.13.0t', 'gil', 'not-affected', out],
    [['gil', 'debug'], '3.13', undefined, 'unknown', missing],
    [['gil', 'debug'], '3.12', undefined, 'affected', []],
    [['free-threaded'], '3.12', undefined, 'not-affected', out],
    [['free-threaded'], '3.14', undefined, 'unknown', missing],
    [['free-threaded'], '3.14', 'debug', 'not-affected', out],
    [['free-threaded', 'debug'], '3.14t', 'debug', 'affected', []],
    [['gil', 'debug'], '3.14t', undefined, 'not-affected', out],
    [['gil', 'debug'], '3.14t', 'debug', 'not-affected', out],
    [['debug'], '3.14t', undefined, 'unknown', missing],
    [['debug'], '3.12', undefined, 'unknown', missing],
    [['debug'], '3.12', 'gil', 'not-affected', out],
    [['debug'], '3.12', 'debug', 'affected', []],
  ] as const)('a fault of %j on %s, %s: %s', (builds, python, build, verdict, because) => {
    const answer = evaluateFault(fault({ builds }), machine({ python, build }));
    expect(answer).toMatchObject({ verdict, because });
  });
});

test('facts that are missing are asked for only where the package has the fault', () => {
  const narrow = fault({ python: '>=3.9', platforms: ['linux'], builds: ['gil'] });
  const facts = ['python', 'platform', 'build'].map((fact) => ({ code: 'missing', fact }));
  expect(evaluateFault(narrow, machine()).because).toEqual(facts);
  expect(evaluateFault(narrow, machine(cython('3.1'))).because).toEqual([]);
  expect(evaluateFault(narrow, machine(cython('0.29'))).because).toEqual([{ code: 'older' }]);
  expect(evaluateFault(narrow, machine({ platform: 'macos' }))).toMatchObject({
    verdict: 'not-affected',
    because: [{ code: 'ruled-out', by: 'platform' }],
  });
});

describe('a fault of Python itself', () => {
  test.each([
    ['==3.13.4', '3.13.4', 'affected', '3.13.5'],
    ['==3.13.4', '3.13', 'unknown', undefined],
    ['==3.13.4', '3.13.3', 'not-affected', undefined],
    ['==3.13.4', '3.13.5', 'fixed', undefined],
    ['==3.13.4', '3.14', 'fixed', undefined],
    ['>=3.10,<3.13', '3.10.2', 'affected', '3.13.0'],
    ['>=3.10,<3.13', '3.12', 'affected', '3.13.0'],
    ['>=3.10,<3.13', '3.13', 'fixed', undefined],
    ['>=3.10,<3.13', '3.9.7', 'not-affected', undefined],
    ['>=3.10,<3.13', '2.7', 'not-affected', undefined],
    ['>=3.10,<3.12.3', '3.12.1', 'affected', '3.12.3'],
    ['>=3.13', '3.14', 'affected', undefined],
    ['>=3.6', undefined, 'affected', undefined],
    ['>=3.13', undefined, 'unknown', undefined],
    ['>=3.13', '3.13', 'affected', undefined],
  ])('%s, on Python %s: %s', (specifier, python, verdict, moveToPython) => {
    const own = fault({ python: specifier, affected: [] });
    const answer = evaluateFault(own, machine({ python, packages: [] }));
    expect(answer).toEqual({
      verdict,
      because: answer.because,
      packages: [],
      ...(moveToPython !== undefined && { moveToPython }),
    });
  });

  test('older, ruled out and missing are told apart', () => {
    const own = fault({
      python: '==3.13.4',
      platforms: ['windows'],
      builds: ['gil'],
      affected: [],
    });
    const because = (facts: Partial<Machine>) => evaluateFault(own, machine(facts)).because;
    expect(because({ python: '3.13.1', platform: 'windows' })).toEqual([{ code: 'older' }]);
    expect(because({ python: '3.13.5', platform: 'linux' })).toEqual([
      { code: 'ruled-out', by: 'python' },
      { code: 'ruled-out', by: 'platform' },
    ]);
    expect(because({ python: '3.13.4' })).toEqual([
      { code: 'missing', fact: 'platform' },
      { code: 'missing', fact: 'build' },
    ]);
  });
});

test('every symptom has its place in the order of severity, wrong results first', () => {
  expect([...symptomsBySeverity].sort()).toEqual([...symptoms].sort());
  expect(symptomsBySeverity[0]).toBe('wrong-result');
});
