import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportAddress } from '../../../../src/domain/addresses/report-address.ts';

const repository = 'https://github.com/o/r';
const forms = path.resolve(import.meta.dirname, '../../../../.github/ISSUE_TEMPLATE');

test('a new issue is filled in by the fields of its form', () => {
  expect(
    reportAddress(repository, 'correction', 'KF-0001: ', { article: 'https://x.example/KF-0001/' }),
  ).toBe(
    'https://github.com/o/r/issues/new?template=correction.yml&title=KF-0001%3A+&article=https%3A%2F%2Fx.example%2FKF-0001%2F',
  );
});

test.each([
  ['unknown-error', { message: 'm', environment: 'e' }],
  ['correction', { article: 'a' }],
  ['new-fault', {}],
] as const)('the form %s has the fields that are filled in', (form, fields) => {
  const { body } = parse(readFileSync(path.join(forms, `${form}.yml`), 'utf8')) as {
    body: { id?: string; type: string }[];
  };
  const ids = body.flatMap(({ id }) => id ?? []);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(fields)));
  const query = new URL(reportAddress(repository, form, '', fields as never)).searchParams;
  expect([...query.keys()]).toEqual(['template', ...Object.keys(fields)]);
});

test('whatever the message, the address is short enough, whole, and says the beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 9000 }), (message) => {
      const address = reportAddress(repository, 'unknown-error', '', { message, environment: 'e' });
      expect(address.length).toBeLessThanOrEqual(6000);
      const said = new URL(address).searchParams.get('message') ?? '';
      expect(message.startsWith(said)).toBe(true);
      expect(said === '').toBe(message === '');
    }),
    { numRuns: 50 },
  );
});
