import { expect, test } from 'vitest';
import { casesOf } from '../../../src/domain/reproduction/cases.ts';
import { reproductionSchema } from '../../../src/domain/reproduction/reproduction.ts';
import { describeVersions } from '../../../src/reproduce/describe-versions.ts';
import {
  pinnedNames,
  pinnedVersion,
  withSpecifier,
} from '../../../src/reproduce/requirement-pins.ts';

function caseWith(fields: object) {
  const steps = [{ run: 'python run.py' }];
  const [plan] = casesOf(reproductionSchema.parse({ steps, broken: {}, ...fields }));
  if (!plan?.broken) throw new Error('no broken side');
  return { ...plan, broken: plan.broken };
}

test('only requirements of one release are pins', () => {
  const packages = ['Cython==3.0.12', 'numpy>=2', 'scipy', 'a_b[c] == 1.0', 'd==1.*'];
  expect(pinnedNames(caseWith({ packages }).broken)).toEqual(['cython', 'a-b']);
});

test.each([
  ['Cython', '3.0.12'],
  ['a-b', '1.0'],
  ['numpy', undefined],
  ['scipy', undefined],
])('the pinned release of %s is %s', (name, version) => {
  const packages = ['cython==3.0.12', 'numpy>=2'];
  const { broken } = caseWith({ packages, overrides: ['a_b[c] == 1.0'] });
  expect(pinnedVersion(broken, name)).toBe(version);
});

test('a package gets another specifier wherever it is required', () => {
  const { broken } = caseWith({
    packages: ['numpy<2', 'a_b[c]==1.0'],
    overrides: ['numpy==2.2.6'],
  });
  expect(withSpecifier(broken, 'NumPy', '==2.0')).toMatchObject({
    packages: ['numpy==2.0', 'a_b[c]==1.0'],
    overrides: ['numpy==2.0'],
  });
  expect(withSpecifier(broken, 'a-b', '')).toMatchObject({ packages: ['numpy<2', 'a_b[c]'] });
  expect(withSpecifier(broken, 'scipy', '==1')).toBeUndefined();
});

test.each([
  [
    'what only this side pins',
    {
      packages: ['setuptools==80.0'],
      broken: { packages: ['cython==3.0.12'] },
      fixed: { packages: ['cython==3.1.0'] },
    },
    'cython 3.0.12',
  ],
  [
    'all pins if the sides install the same',
    { packages: ['cython==3.0.12', 'numpy'], fixed: {} },
    'cython 3.0.12',
  ],
  ['Python if nothing is pinned', { packages: ['numpy'], fixed: {} }, 'Python 3.11.7'],
  [
    'Python if the sides differ in it',
    { packages: ['cython==3.0.12'], python: '3.11', fixed: { python: '3.12' } },
    'Python 3.11.7, cython 3.0.12',
  ],
  ['the label', { broken: { label: 'Boost 1.80.0' } }, 'Boost 1.80.0'],
])('describes a side by %s', (_, fields, expected) => {
  const plan = caseWith(fields);
  const installed = { cython: '3.0.12', numpy: '2.2.6', setuptools: '80.0' };
  expect(describeVersions(plan, plan.broken, installed, '3.11.7')).toBe(expected);
});
