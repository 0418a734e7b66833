import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { readPaste } from '../../../src/diagnosis/clean/read-paste.ts';
import { entry } from '../../support/make-index-entry.ts';

const index = buildIndex([
  entry('threads-not-permitted', {
    signatures: ['OpenBLAS: pthread_create failed for thread <n> of <m>: Operation not permitted'],
    text: 'The container forbids new threads.',
  }),
  entry('cache-corrupt', { signatures: ['RuntimeError: cache <name> corrupt at <path>'] }),
]);

/** Building blocks of a paste, mostly awkward ones. */
const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\\',
    '\\n',
    '\\\\\\n',
    '"',
    '│',
    '\u001b[31',
    '\0',
    '\ud800',
    '\udfff',
    '\r',
    '<',
    '<<<',
    '>',
    '0x',
    '1.',
    '--',
  ),
  fc.constantFrom(
    '#0 24.51 ',
    'E   ',
    '2023-01-01T00:00:00Z ',
    'C:\\n',
    '_ZN999x',
    '_Z9',
    'OpenBLAS: ',
    '不',
    'thread',
  ),
);

test('answers any paste, and reports only lines that exist', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const paste = pieces.join('');
      const count = paste.split(/\r\n|[\n\r\u2028\u2029]/).length;
      for (const { line } of diagnose(index, paste).findings) {
        expect(line.number).toBeGreaterThan(0);
        expect(line.number).toBeLessThanOrEqual(count);
      }
      for (const { text } of readPaste(paste).lines) expect(text.isWellFormed()).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('finds a message between lines of noise', () => {
  const noise = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const clean = (lines: string[]) =>
        lines.map((line) => line.replace(/[\r\n\u2028\u2029]/g, ' '));
      const message = 'OpenBLAS: pthread_create failed for thread 1 of 2: Operation not permitted';
      const paste = [...clean(before), '', message, '', ...clean(after)].join('\n');
      expect(diagnose(index, paste).findings[0]?.slug).toBe('threads-not-permitted');
    }),
    { numRuns: 100 },
  );
});
