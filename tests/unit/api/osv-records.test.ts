import { describe, expect, test } from 'vitest';
import type { UpstreamLink } from '../../../src/domain/facts/facts.ts';
import type { AffectedRange } from '../../../src/domain/facts/affected-schema.ts';
import { osvSchema } from '../../../src/api/osv-schema.ts';
import { osvRecords, type OsvSource } from '../../../src/api/osv-records.ts';

const walrus: OsvSource = {
  id: 'KF-0001',
  slug: 'cython-walrus-crash',
  url: 'https://faults.example/articles/cython-walrus-crash/',
  title: 'Walrus assignment crashes: "Acquisition count is -1"',
  summary: 'A function with := and __pyx_memoryview aborts.',
  fix: { text: 'Rebuild with Cython 3.1.0 or later.' },
  cause: 'defect',
  component: 'memoryviews',
  symptom: 'crash',
  platforms: ['linux', 'windows'],
  python: '>=3.8',
  builds: ['gil'],
  status: 'fixed',
  affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.1.0' }],
  compatibility: [],
  concerns: [],
  seen_in: [],
  signatures: ['Acquisition count is -1 (line <n>)'],
  upstream: [
    { kind: 'issue', url: 'https://github.com/cython/cython/issues/6434', state: 'closed' },
  ],
  published: '2026-11-20',
  updated: '2026-11-21',
  aliases: ['walrus'],
  related: [],
};

const recordOf = (change: Partial<OsvSource>) => {
  const [record] = osvRecords([{ ...walrus, ...change }]);
  if (!record) throw new Error('no record');
  return record;
};

test('a fault becomes a record that is marked as not a vulnerability', () => {
  expect(recordOf({})).toEqual({
    schema_version: '1.7.5',
    id: 'x_KF-0001',
    modified: '2026-11-21T00:00:00Z',
    published: '2026-11-20T00:00:00Z',
    related: [],
    summary: 'Walrus assignment crashes: "Acquisition count is -1"',
    details:
      'A function with := and \\_\\_pyx\\_memoryview aborts.\n\n' +
      'Fix: Rebuild with Cython 3.1.0 or later.\n\n' +
      'An ordinary fault, not a vulnerability. Cause and fix: <https://faults.example/articles/cython-walrus-crash/>',
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'cython', purl: 'pkg:pypi/cython' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '3.0.0' }, { fixed: '3.1.0' }] }],
      },
    ],
    references: [
      { type: 'ARTICLE', url: 'https://faults.example/articles/cython-walrus-crash/' },
      { type: 'REPORT', url: 'https://github.com/cython/cython/issues/6434' },
    ],
    database_specific: {
      vulnerability: false,
      id: 'KF-0001',
      slug: 'cython-walrus-crash',
      symptom: 'crash',
      status: 'fixed',
      python: '>=3.8',
      platforms: ['linux', 'windows'],
      builds: ['gil'],
      cause: 'defect',
      fix: { text: 'Rebuild with Cython 3.1.0 or later.' },
    },
  });
});

test('a pair of releases is not an affected package: a scanner would report either of them', () => {
  const pair = {
    ecosystem: 'PyPI' as const,
    package: 'numba',
    fixed: '0.61.2',
    with: [{ package: 'numpy', versions: '>=2.2' }],
  };
  const onPython = { ecosystem: 'PyPI' as const, package: 'cython', python: '>=3.13' };
  const plain = { ecosystem: 'PyPI' as const, package: 'cython', introduced: '3.0.0' };
  const { affected, database_specific } = recordOf({
    cause: 'incompatibility',
    affected: [pair, onPython, plain],
  });
  expect(affected.map(({ package: { name } }) => name)).toEqual(['cython']);
  expect(affected[0]?.ranges).toHaveLength(1);
  expect(database_specific).toMatchObject({
    cause: 'incompatibility',
    incompatible: [pair, onPython],
  });
});

test('a fault that no release has names the packages whose users meet it', () => {
  const { affected, database_specific } = recordOf({
    cause: 'environment',
    affected: [],
    concerns: ['numpy', 'crates.io:pyo3'],
  });
  expect(affected).toEqual([]);
  expect(database_specific.concerns).toEqual(['numpy', 'crates.io:pyo3']);
});

describe('ranges', () => {
  const pypi = (name: string) => ({
    ecosystem: 'PyPI',
    name,
    purl: `pkg:pypi/${name}`,
  });
  const crate = (name: string) => ({ ecosystem: 'crates.io', name, purl: `pkg:cargo/${name}` });

  test.each<[string, AffectedRange[], unknown]>([
    [
      'without a first version begin before all versions',
      [{ ecosystem: 'PyPI', package: 'numba', fixed: '0.62.0' }],
      [
        {
          package: pypi('numba'),
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '0.62.0' }] }],
        },
      ],
    ],
    [
      'without a fix have no end: later versions have not been checked',
      [{ ecosystem: 'PyPI', package: 'numba', introduced: '0.61.0' }],
      [
        {
          package: pypi('numba'),
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0.61.0' }] }],
        },
      ],
    ],
    [
      'of one package are joined, also where its name is written in two ways, and a fix of one does not end another',
      [
        { ecosystem: 'PyPI', package: 'scikit_build.core', introduced: '0.4', fixed: '0.5' },
        { ecosystem: 'PyPI', package: 'Scikit-Build-Core', introduced: '0.7' },
      ],
      [
        {
          package: pypi('scikit-build-core'),
          ranges: [
            { type: 'ECOSYSTEM', events: [{ introduced: '0.4' }, { fixed: '0.5' }] },
            { type: 'ECOSYSTEM', events: [{ introduced: '0.7' }] },
          ],
        },
      ],
    ],
    [
      'of crates are semantic versions; the same name on PyPI is another package',
      [
        { ecosystem: 'crates.io', package: 'numpy', fixed: '0.23.0' },
        { ecosystem: 'PyPI', package: 'numpy', introduced: '2.0.0' },
      ],
      [
        {
          package: crate('numpy'),
          ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '0.23.0' }] }],
        },
        {
          package: pypi('numpy'),
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '2.0.0' }] }],
        },
      ],
    ],
    ['of Python itself are none: OSV has no ecosystem for it', [], []],
  ])('%s', (_, affected, expected) => {
    expect(recordOf({ affected }).affected).toEqual(expected);
  });
});

test.each<[UpstreamLink['kind'], string]>([
  ['issue', 'REPORT'],
  ['fix', 'FIX'],
  ['docs', 'ARTICLE'],
  ['change', 'WEB'],
  ['discussion', 'WEB'],
  ['downstream', 'WEB'],
  ['related', 'WEB'],
])('an upstream address of kind %s is a reference of type %s', (kind, type) => {
  const url = 'https://example.org/1';
  expect(recordOf({ upstream: [{ kind, url }] }).references[1]).toEqual({ type, url });
});

test('related faults name each other, whichever of the two articles lists the other', () => {
  const records = osvRecords([
    { ...walrus, id: 'KF-0001', slug: 'one', related: ['three', 'two'] },
    { ...walrus, id: 'KF-0002', slug: 'two', related: ['one'] },
    { ...walrus, id: 'KF-0003', slug: 'three', related: [] },
  ]);
  expect(records.map(({ id, related }) => [id, related])).toEqual([
    ['x_KF-0001', ['x_KF-0002', 'x_KF-0003']],
    ['x_KF-0002', ['x_KF-0001']],
    ['x_KF-0003', ['x_KF-0001']],
  ]);
});

test.each<[string, object, boolean]>([
  ['as it is', {}, true],
  ['without the private prefix', { id: 'KF-0001' }, false],
  ['with a day instead of a moment', { modified: '2026-11-21' }, false],
  ['with an unknown type of reference', { references: [{ type: 'BLOG', url: walrus.url }] }, false],
  ['without an address', { references: [] }, false],
])('a record %s keeps to its schema: %s', (_, change, expected) => {
  expect(osvSchema.safeParse({ ...recordOf({}), ...change }).success).toBe(expected);
});
