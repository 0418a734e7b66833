import { expect, test } from 'vitest';
import { fieldProblems } from '../../../../src/domain/facts/problems.ts';
import { reproductionSchema } from '../../../../src/domain/reproduction/reproduction.ts';

const valid = { broken: {}, steps: [{ run: 'python run.py' }] };

/** Returns the problems of the valid reproduction with other fields. */
function problemsWith(fields: object): string[] {
  const data = { ...valid, ...fields };
  const { error } = reproductionSchema.safeParse(data);
  return error
    ? fieldProblems(error, data).map(({ path, expected }) => `${path.join('.')}: ${expected}`)
    : [];
}

test.each([
  {},
  { python: '3.13t', as_of: '2026-11-21', fixed: { label: 'Boost 1.81.0' } },
  { requires: { os: ['linux'], gpu: 'nvidia', commands: ['g++'], debian: ['libldap-dev'] } },
  { steps: [{ shell: 'a | b', seconds: 20, broken: { exit: 'timeout' } }] },
  { steps: [{ run: 'a', broken: { exit: 'SIGABRT', prints: ['b', { article: 'c' }] } }] },
])('accepts %j', (fields) => {
  expect(problemsWith(fields)).toEqual([]);
});

test.each([
  [{ python: '3' }, 'python: a Python version such as 3.13, 3.13.4, 3.13t, 3.14.0rc1'],
  [{ packages: ['--index-url x'] }, 'packages.0: a requirement such as cython==3.0.12'],
  [{ steps: undefined }, 'steps: steps, or variants that have them'],
  [{ steps: [{}] }, 'steps.0: either run or shell'],
  [{ steps: [{ run: 'a', shell: 'a' }] }, 'steps.0: either run or shell'],
  [
    { steps: [{ run: 'a | b' }] },
    'steps.0.run: a command without shell syntax; write it under shell instead of run',
  ],
  [
    { steps: [{ run: 'a', broken: { exit: 'boom' } }] },
    'steps.0.broken.exit: crash, error, timeout, SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGINT, SIGTERM, SIGKILL',
  ],
  [{ env: { 'A B': '1' } }, 'env.A B: the name of a variable'],
  [{ variants: { 'A b': {} } }, 'variants.A b: a name such as old-message'],
  [{ skip: 'Needs an Apple M4.' }, 'broken: nothing beside skip'],
  [
    { broken: undefined },
    'broken: the broken side, {} if only steps or files distinguish the sides',
  ],
])('refuses %j', (fields, problem) => {
  expect(problemsWith(fields)[0]).toBe(problem);
});
