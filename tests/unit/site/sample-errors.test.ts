import { expect, test } from 'vitest';
import { sampleErrors } from '../../../src/site/sample-errors.ts';

test('a sample is the first signature that is a complete line and enough for a diagnosis', () => {
  const faults = [
    {
      signatures: [
        'ImportError: <path>: undefined symbol: PyList_New',
        { line: 'undefined symbol: supporting', role: 'supporting' as const },
        { line: 'undefined symbol: with', with: ['another line'] },
        { line: 'undefined symbol: foo', unless: ['another line'] },
        'undefined symbol: bar',
      ],
    },
    { signatures: ['LINK : error LNK2001: unresolved external symbol foo'] },
  ];
  expect(sampleErrors(faults)).toEqual([
    { name: 'undefined symbol', text: 'undefined symbol: foo' },
    { name: 'LNK2001', text: 'LINK : error LNK2001: unresolved external symbol foo' },
  ]);
});
