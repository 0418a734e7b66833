import { satisfies } from '@renovatebot/pep440';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affectedPythons, pythonVersions } from '../../../../src/domain/versions/python-series.ts';

test('readers choose among 3.8 to 3.15 and the free-threaded 3.13t and 3.14t', () => {
  expect(pythonVersions).toEqual('3.8 3.9 3.10 3.11 3.12 3.13 3.13t 3.14 3.14t 3.15'.split(' '));
});

test.each([
  ['>=3.8', ['gil'], '3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15'],
  ['>=3.12', ['gil', 'free-threaded'], '3.12 3.13 3.13t 3.14 3.14t 3.15'],
  ['>=3.13,<3.14', ['free-threaded', 'debug'], '3.13t'],
  ['==3.13.4', ['gil'], '3.13'],
  ['==3.11.*', ['gil'], '3.11'],
  ['>=3.6,<3.10', ['gil', 'debug'], '3.8 3.9'],
  ['>=3.14', ['debug'], '3.14 3.15'],
  ['<3.8', ['gil'], ''],
  ['>=3.8', ['free-threaded'], '3.13t 3.14t'],
] as const)('%s with builds %j reaches %s', (specifier, builds, expected) => {
  expect(affectedPythons(specifier, builds).join(' ')).toBe(expected);
});

test('a range by minor versions reaches exactly the minors that the library says it does', () => {
  const minor = fc.integer({ min: 6, max: 16 });
  fc.assert(
    fc.property(minor, minor, (from, to) => {
      const specifier = `>=3.${from},<3.${to}`;
      const expected = pythonVersions.filter(
        (name) => !name.endsWith('t') && satisfies(`${name}.0`, specifier),
      );
      expect(affectedPythons(specifier, ['gil'])).toEqual(expected);
    }),
  );
});
