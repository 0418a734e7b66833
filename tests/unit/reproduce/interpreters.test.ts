import { expect, test } from 'vitest';
import { chooseInterpreter, type Interpreter } from '../../../src/reproduce/interpreters.ts';

const python = (version: string, fields: Partial<Interpreter> = {}): Interpreter => ({
  executable: `/${version}/bin/python`,
  version,
  isFreeThreaded: false,
  isDebug: false,
  library: '/usr/lib/python3',
  hasHeaders: true,
  ...fields,
});
const found = [
  python('2.7.18'),
  python('3.1.5'),
  python('3.11.2'),
  python('3.11.9', { hasHeaders: false }),
  python('3.11.7'),
  python('3.13.0'),
  python('3.13.1', { isFreeThreaded: true }),
  python('3.13.2', { isDebug: true }),
];

test.each([
  ['3.11', '3.11.7'],
  ['3.11.2', '3.11.2'],
  ['3.11.9', '3.11.9'],
  ['3.13', '3.13.0'],
  ['3.13t', '3.13.1'],
  ['2.7', '2.7.18'],
  ['3.1', '3.1.5'],
  [undefined, '3.13.0'],
  ['3.12', undefined],
  ['3.11t', undefined],
])('for %s chooses %s', (wanted, version) => {
  expect(chooseInterpreter(found, wanted)?.version).toBe(version);
});
