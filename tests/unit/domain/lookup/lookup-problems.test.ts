import { expect, test } from 'vitest';
import {
  lookupProblems,
  signatureProblems,
} from '../../../../src/domain/lookup/lookup-problems.ts';
import type { Lookup } from '../../../../src/domain/lookup/lookup-schema.ts';
import { row, tableOf } from '../../../support/make-table.ts';

const table = tableOf([
  row('loom', { keys: { header: ['loom.h'] }, codes: { instead: ['weave()'] } }),
  row('spindle', { keys: { header: ['spindle.h'] } }),
  row('nameless', { texts: { since: '2' } }),
]);
const lookup: Lookup = { table: 'looms', key: 'header', answers: ['Install {name}.'] };

const problemsOf = (changes: Partial<Lookup>) =>
  lookupProblems({ ...lookup, ...changes }, table).map(
    ({ path, found, expected }) => `${path.join('.')}: found ${found}; allowed: ${expected}`,
  );

test.each([
  ['a key that is no column of names', { key: 'since' }, 'key: found "since"; allowed: header'],
  [
    'packages that are no column of packages',
    { install: 'instead' },
    'install: found "instead"; allowed: build',
  ],
  [
    'a placeholder that is no column',
    { answers: ['Install {heddle}.'] },
    'answers.0: found "{heddle}"; allowed: {key}, {name}, {since}, {instead}',
  ],
  [
    'a last answer that some row cannot fill',
    { answers: ['Install {name}.', 'Call {instead}.'] },
    'answers.1: found "Call {instead}."; allowed: a last answer with columns that every row has (spindle lacks one)',
  ],
])('%s is reported', (_, changes, problem) => {
  expect(problemsOf(changes)).toEqual([problem]);
});

test('answers that some rows cannot fill may come before one that all can', () => {
  expect(problemsOf({ answers: ['Call {instead} instead of {key}.', 'Install {name}.'] })).toEqual(
    [],
  );
});

test('a signature that makes a claim has the name once', () => {
  const signatures = [
    'fatal error: <header>: No such file',
    'compilation terminated.',
    { line: 'compilation terminated.', role: 'supporting' as const },
    '<header> includes <header>',
  ];
  expect(signatureProblems(signatures, lookup)).toEqual([
    { index: 1, message: 'a line with <header> once, or role: supporting' },
    { index: 3, message: 'a line with <header> once, or role: supporting' },
  ]);
});
