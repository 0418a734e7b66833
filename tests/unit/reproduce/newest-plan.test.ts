import { expect, test } from 'vitest';
import { casesOf } from '../../../src/domain/reproduction/cases.ts';
import { reproductionSchema } from '../../../src/domain/reproduction/reproduction.ts';
import { newestPlan } from '../../../src/reproduce/newest-plan.ts';

const FILES = new Map([
  ['plugin/Cargo.toml', '[dependencies]\npyo3 = "=0.22.6"\nlibloading = "=0.8.0"\n'],
  ['fixed/plugin/Cargo.toml', '[dependencies]\npyo3 = { version = "=0.23.0" }\n'],
]);

const AFFECTED = { ecosystem: 'PyPI', package: 'Cython', fixed: '3.1.0' } as const;

/** Returns what runs of a case that pins Cython on both sides, and setuptools. */
function planWith(status: 'fixed' | 'by-design', concerns: string[], fields: object = {}) {
  const [plan] = casesOf(
    reproductionSchema.parse({
      as_of: '2026-11-21',
      packages: ['setuptools==80.0'],
      broken: { packages: ['cython==3.0.12'], label: 'old' },
      fixed: { packages: ['cython==3.1.0'] },
      steps: [{ run: 'python run.py' }],
      ...fields,
    }),
  );
  if (!plan) throw new Error('no case');
  return newestPlan(plan, FILES, { status, affected: [AFFECTED], concerns });
}

test('the fixed side runs with the newest release if one has fixed the fault', () => {
  const plan = planWith('fixed', []);
  expect(plan?.side).toMatchObject({ side: 'fixed', packages: ['setuptools==80.0', 'cython'] });
  expect(plan?.files).toEqual(FILES);
});

test('the broken side runs with the newest release if none has fixed the fault', () => {
  expect(planWith('by-design', ['setuptools'])?.side).toMatchObject({
    side: 'broken',
    packages: ['setuptools', 'cython'],
    asOf: undefined,
    label: undefined,
  });
});

test('a case names the side that runs, such as two releases that work together by now', () => {
  expect(planWith('by-design', [], { newest: 'fixed' })?.side.side).toBe('fixed');
});

test('a case that runs cargo gets the newest release of crates in every Cargo.toml', () => {
  const concerns = ['crates.io:pyo3', 'crates.io:numpy'];
  expect(planWith('fixed', concerns)?.files).toEqual(FILES);
  const plan = planWith('fixed', concerns, { requires: { commands: ['cargo'] } });
  expect([...(plan?.files ?? [])]).toEqual([
    ['plugin/Cargo.toml', '[dependencies]\npyo3 = "*"\nlibloading = "=0.8.0"\n'],
    ['fixed/plugin/Cargo.toml', '[dependencies]\npyo3 = { version = "*" }\n'],
  ]);
  expect(plan?.side.label).toBe('newest pyo3');
});

test.each([
  ['a case that pins nothing that the article is about', { broken: {}, fixed: {} }],
  ['a case about the releases that it pins', { newest: 'skip' }],
])('nothing runs of %s', (_, fields) => {
  expect(planWith('fixed', [], fields)).toBeUndefined();
});
