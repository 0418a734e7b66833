import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditEnvironment } from '../../../src/audit/audit-environment.ts';
import { auditFaults } from '../../../src/audit/audit-fault.ts';
import { readInventory } from '../../../src/audit/inventory/read-inventory.ts';
import { evaluateFault } from '../../../src/domain/affected/evaluate-fault.ts';
import { symptomsBySeverity } from '../../../src/domain/facts/severity.ts';
import { auditFault } from '../../support/make-audit-fault.ts';

function environment(text: string, facts: object = {}) {
  return { ...readInventory([{ text, name: 'freeze.txt' }]), ...facts };
}

const old = environment('numpy==1.26.4\nnumba==0.60.0\nlibrosa==0.10\n');

test('a finding has the installed version, its place, the version to upgrade to, and the packages in which it shows', () => {
  const fault = auditFault('KF-0001', { seen_in: ['librosa', 'Numba', 'umap-learn'] });
  expect(auditEnvironment(old, [fault])).toEqual({
    findings: [
      {
        fault,
        verdict: 'affected',
        because: [],
        packages: [
          {
            ecosystem: 'PyPI',
            name: 'numpy',
            version: '1.26.4',
            verdict: 'affected',
            moveTo: '2.0.0',
            places: [{ file: 'freeze.txt', line: 1 }],
          },
        ],
        seenIn: ['librosa', 'Numba'],
      },
    ],
    possible: [],
    ruledOut: { python: 0, platform: 0, build: 0 },
    fixed: 0,
  });
});

test('silent wrong results come first, then what is certain, then by id', () => {
  const faults = [
    auditFault('KF-10000', { symptom: 'crash' }),
    auditFault('KF-0007', { symptom: 'performance' }),
    auditFault('KF-0003', { symptom: 'crash', platforms: ['linux'] }),
    auditFault('KF-0002', { symptom: 'crash' }),
    auditFault('KF-0009', { symptom: 'wrong-result', platforms: ['linux'] }),
  ];
  const { findings } = auditEnvironment(old, faults);
  expect(findings.map(({ fault, verdict }) => `${fault.id} ${verdict}`)).toEqual([
    'KF-0009 unknown',
    'KF-0002 affected',
    'KF-10000 affected',
    'KF-0003 unknown',
    'KF-0007 affected',
  ]);
});

test('faults that are ruled out, fixed, older or not installed are not findings; the first two are counted', () => {
  const faults = [
    auditFault('KF-0001', { python: '>=3.13' }),
    auditFault('KF-0002', { platforms: ['windows'] }),
    auditFault('KF-0003', { builds: ['free-threaded'] }),
    auditFault('KF-0004', { python: '>=3.13', platforms: ['windows'] }),
    auditFault('KF-0005', { affected: [{ ecosystem: 'PyPI', package: 'numpy', fixed: '1.20' }] }),
    auditFault('KF-0006', { affected: [{ ecosystem: 'PyPI', package: 'numpy', introduced: '2' }] }),
    auditFault('KF-0007', { affected: [{ ecosystem: 'PyPI', package: 'cython' }] }),
    auditFault('KF-0008', { affected: [{ ecosystem: 'crates.io', package: 'numpy' }] }),
    // Ruled out, and fixed in the installed version as well: not counted.
    auditFault('KF-0009', {
      platforms: ['windows'],
      affected: [{ ecosystem: 'PyPI', package: 'numpy', fixed: '1.20' }],
    }),
  ];
  expect(auditEnvironment({ ...old, python: '3.12.4', platform: 'linux' }, faults)).toEqual({
    findings: [],
    possible: [],
    ruledOut: { python: 2, platform: 1, build: 1 },
    fixed: 2,
  });
});

test('a version for another Python is not a finding; if the Python is unknown, it is undecided', () => {
  const text = [
    'numpy==1.26.4 ; python_version < "3.10"',
    'numpy==2.4.6 ; python_version >= "3.10"',
  ].join('\n');
  const fault = auditFault('KF-0001');
  const verdicts = (facts: object) =>
    auditEnvironment(readInventory([{ text }], facts), [fault]).findings.map(
      ({ verdict, because }) => ({ verdict, because }),
    );
  expect(verdicts({ python: '3.13' })).toEqual([]);
  expect(verdicts({ python: '3.9' })).toEqual([{ verdict: 'affected', because: [] }]);
  expect(verdicts({})).toEqual([
    { verdict: 'unknown', because: [{ code: 'missing', fact: 'python' }] },
  ]);
});

test('a version that is certainly installed decides, whatever else may be installed', () => {
  const text = 'numpy==1.26.4\nnumpy==1.25.0 ; sys_platform == "win32"';
  const [finding] = auditEnvironment(readInventory([{ text }]), [auditFault('KF-0001')]).findings;
  expect(finding?.verdict).toBe('affected');
  expect(finding?.packages.map(({ version }) => version)).toEqual(['1.26.4']);
});

test('faults of building a package that is installed, of the machine and of usage only concern it', () => {
  const rust = { ecosystem: 'crates.io' as const, package: 'pyo3', fixed: '0.22.0' };
  const faults = [
    auditFault('KF-0001', { symptom: 'build-error' }),
    auditFault('KF-0002', { symptom: 'link-error' }),
    auditFault('KF-0003', { cause: 'environment', affected: [], concerns: ['NumPy'] }),
    auditFault('KF-0004', { cause: 'usage', affected: [], concerns: ['numba'] }),
    auditFault('KF-0005', { cause: 'usage', affected: [], concerns: ['scipy'] }),
    auditFault('KF-0006', { cause: 'environment', affected: [], concerns: ['crates.io:numpy'] }),
    auditFault('KF-0007', { symptom: 'build-error', affected: [rust] }),
  ];
  const crate = { ecosystem: 'crates.io' as const, name: 'pyo3', version: '0.21.0', places: [] };
  const { findings, possible } = auditEnvironment(
    { ...old, packages: [...old.packages, crate] },
    faults,
  );
  expect(possible.map(({ id }) => id)).toEqual(['KF-0001', 'KF-0002', 'KF-0003', 'KF-0004']);
  expect(findings.map(({ fault }) => fault.id)).toEqual(['KF-0007']);
});

test('a package without a version may be affected', () => {
  const crash = environment('Extension modules: numpy.core._multiarray_umath (total: 1)');
  expect(auditEnvironment(crash, [auditFault('KF-0001')]).findings).toMatchObject([
    {
      verdict: 'unknown',
      because: [{ code: 'missing', fact: 'version', name: 'numpy' }],
      packages: [{ name: 'numpy', verdict: 'unknown', places: [{ line: 1 }] }],
    },
  ]);
});

test('each installed version of one package is named with its places', () => {
  const { packages } = readInventory([
    { text: 'numpy==1.26.4\nNumPy==2.1\nnumpy==1.26.4', name: 'a.txt' },
  ]);
  expect(
    auditEnvironment({ packages }, [auditFault('KF-0001')]).findings[0]?.packages,
  ).toMatchObject([
    { version: '1.26.4', verdict: 'affected', places: [{ line: 1 }, { line: 3 }] },
    { version: '2.1', verdict: 'fixed', places: [{ line: 2 }] },
  ]);
});

test('of several packages only those that are installed are named', () => {
  const fault = auditFault('KF-0001', {
    affected: [
      { ecosystem: 'PyPI', package: 'numpy', fixed: '2.0.0' },
      { ecosystem: 'PyPI', package: 'cython', fixed: '3.0' },
    ],
  });
  expect(auditEnvironment(old, [fault]).findings[0]?.packages.map(({ name }) => name)).toEqual([
    'numpy',
  ]);
});

test('faults of Python itself are looked for where a Python is known', () => {
  const own = auditFault('KF-0001', { affected: [], python: '>=3.10,<3.13' });
  expect(auditEnvironment(old, [own]).findings).toEqual([]);
  expect(auditEnvironment({ ...old, python: '3.12.4' }, [own]).findings).toMatchObject([
    { verdict: 'affected', packages: [], moveToPython: '3.13.0' },
  ]);
  expect(auditEnvironment({ ...old, python: '3.13.1' }, [own])).toMatchObject({
    findings: [],
    fixed: 1,
  });
});

test('an audit finds what asking for each fault finds', () => {
  const names = ['numpy', 'numba', 'pyo3'];
  const version = fc.constantFrom('0.9', '1.0.0', '1.5.0', '2.0.0', '3.0.0');
  const pin = fc.record({ name: fc.constantFrom(...names), version });
  const range = fc.record({
    ecosystem: fc.constant('PyPI' as const),
    package: fc.constantFrom(...names),
    introduced: fc.constantFrom(undefined, '1.0.0'),
    fixed: fc.constantFrom(undefined, '1.5.0', '2.0.0'),
  });
  const fault = fc.record({
    symptom: fc.constantFrom(...symptomsBySeverity),
    platforms: fc.constantFrom(['linux' as const], ['windows' as const]),
    affected: fc.array(range, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 5 }), fc.array(fault, { maxLength: 8 }), (pins, all) => {
      const text = pins.map(({ name, version: own }) => `${name}==${own}`).join('\n');
      const faults = all.map((facts, index) => auditFault(`KF-000${index}`, facts));
      const machine = { ...environment(text), platform: 'linux' as const };
      const { findings, possible } = auditEnvironment(machine, faults);
      const expected = faults.filter(
        (one) => evaluateFault(one, { ...machine, isComplete: true }).verdict === 'affected',
      );
      const affecting = findings.map((finding) => finding.fault.id);
      const building = possible.map((fault) => fault.id);
      expect([...affecting, ...building].sort()).toEqual(expected.map(({ id }) => id));
      const order = findings.map((finding) => symptomsBySeverity.indexOf(finding.fault.symptom));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test('what an audit needs of an article is its facts, in the order of ids', () => {
  const { seen_in: _, concerns: __, ...own } = auditFault('KF-10000');
  const source = { ...own, builds: [...own.builds], platforms: [...own.platforms], affected: [] };
  const articles = [
    {
      ...source,
      concerns: ['y'],
      seen_in: ['x'],
      summary: 'not needed',
      signatures: ['not needed'],
    },
    { ...source, id: 'KF-0002', concerns: [], seen_in: [] },
  ];
  const [second, first] = auditFaults(articles);
  expect(first).toEqual({ ...source, concerns: ['y'], seen_in: ['x'] });
  expect(second).toEqual({ ...source, id: 'KF-0002' });
});
