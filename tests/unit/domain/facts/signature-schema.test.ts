import { expect, test } from 'vitest';
import { fieldName, fieldProblems } from '../../../../src/domain/facts/problems.ts';
import { signatureSchema } from '../../../../src/domain/facts/signature-schema.ts';

test.each([
  ['a line', 'SystemError: <module> returned NULL'],
  ['a supporting line', { line: 'Segmentation fault', role: 'supporting' }],
  ['a line with conditions', { line: 'LNK1104', with: ['python<n>.lib'], unless: ['m.lib'] }],
])('accepts %s', (_name, signature) => {
  expect(signatureSchema.safeParse(signature).success).toBe(true);
});

test.each([
  ['an empty line', '', 'front matter: text'],
  ['a long line', 'x'.repeat(401), 'front matter: at most 400 characters'],
  ['a number', 3, 'front matter: a line, or a mapping with line, role, with and unless'],
  ['another role', { line: 'x', role: 'main' }, 'role: supporting'],
  ['no conditions', { line: 'x', with: [] }, 'with: at least one'],
  ['a condition of two lines', { line: 'x', unless: ['a\nb'] }, 'unless[0]: text on one line'],
  ['an unknown field', { line: 'x', also: 'y' }, 'also: one of line, role, with, unless'],
])('refuses %s', (_name, signature, expected) => {
  const { error } = signatureSchema.safeParse(signature);
  const problems = error ? fieldProblems(error, signature) : [];
  expect(problems.map(({ path, expected }) => `${fieldName(path)}: ${expected}`)).toEqual([
    expected,
  ]);
});
