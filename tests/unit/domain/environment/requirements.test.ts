import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutRequirements } from '../../../../src/domain/environment/requirements.ts';

test.each([
  ['Foo needs NumPy 2.1 or less. Got NumPy 2.2.', 'Got NumPy 2.2.'],
  ['modules must be compiled with NumPy 2.0.', 'modules'],
  [
    'demo 0.5 requires numpy<1.24, but you have numpy 1.24.4 here',
    'demo 0.5  but you have numpy 1.24.4 here',
  ],
  ['expected NumPy 1.26, got 2.2', 'but got NumPy 2.2'],
  ['use Python 3.11 or later', ''],
  ['Python 3.11 or later', ''],
  ['NumPy 2.0 removed this function', ''],
  ['a 1.0 depends on b==2.0', ''],
  ["demo requires a different Python: 3.8.10 not in '>=3.9'", 'Python: 3.8.10'],
  ['please see /usr/lib/python3.12/site-packages/demo', '/usr/lib/python3.12/site-packages/demo'],
  ['demo-1.0-cp39-cp39-win_amd64.whl is not a supported wheel on this platform.', ''],
])('of %j the machine says %j', (line, expected) => {
  expect(withoutRequirements(line)).toBe(expected);
});

test.each([
  'Python 3.12.1 (main, Jan  2 2024, 10:00:00) [GCC 13.2.0] on linux',
  'numpy                     1.26.4',
  'Requirement already satisfied: numpy>=1.21 in ./venv/lib/python3.12/site-packages (1.26.4)',
  'Successfully installed numpy-1.26.4',
  'ImportError: libfoo.so.1: cannot open shared object file: No such file or directory',
  'RuntimeError: Cannot install on Python version 3.12.1',
])('%j is about the machine', (line) => {
  expect(withoutRequirements(line)).toBe(line);
});

test('any text is read without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void withoutRequirements(text)));
});
