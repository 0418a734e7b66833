import { describe, expect, test } from 'vitest';
import { casesOf } from '../../../../src/domain/reproduction/cases.ts';
import { reproductionSchema } from '../../../../src/domain/reproduction/reproduction.ts';

const parse = (data: unknown) => reproductionSchema.parse(data);

test('a side has the common fields and its own', () => {
  const [plan] = casesOf(
    parse({
      python: '3.11',
      packages: ['setuptools'],
      overrides: ['numpy==2.2.6'],
      env: { A: '1', B: '1' },
      broken: { packages: ['cython==3.0.12'], env: { B: '2' } },
      fixed: { python: '3.12', packages: ['cython==3.1.0'] },
      steps: [{ run: 'a' }, { run: 'b', side: 'broken' }, { run: 'c', side: 'fixed' }],
    }),
  );
  expect(plan?.broken).toMatchObject({
    python: '3.11',
    packages: ['setuptools', 'cython==3.0.12'],
    overrides: ['numpy==2.2.6'],
    env: { A: '1', B: '2' },
    steps: [{ run: 'a' }, { run: 'b' }],
  });
  expect(plan?.fixed).toMatchObject({
    python: '3.12',
    packages: ['setuptools', 'cython==3.1.0'],
    env: { A: '1', B: '1' },
    steps: [{ run: 'a' }, { run: 'c' }],
  });
});

describe('variants', () => {
  test('inherit what they do not repeat', () => {
    const cases = casesOf(
      parse({
        packages: ['demo==1'],
        times: 3,
        broken: {},
        steps: [{ run: 'a' }],
        variants: { old: { packages: ['demo==0'] } },
      }),
    );
    expect(cases.map(({ name, times, broken }) => [name, times, broken?.packages])).toEqual([
      ['main', 3, ['demo==1']],
      ['old', 3, ['demo==0']],
    ]);
  });

  test('are all there is if the fields outside of them have no steps', () => {
    const variants = { a: { steps: [{ run: 'a' }] }, b: { steps: [{ run: 'b' }] } };
    const cases = casesOf(parse({ broken: {}, variants }));
    expect(cases.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

test('a reproduction that is skipped has no cases', () => {
  expect(casesOf(parse({ skip: 'Needs an Apple M4.' }))).toEqual([]);
});
