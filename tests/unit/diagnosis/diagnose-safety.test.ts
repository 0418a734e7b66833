import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { readPaste } from '../../../src/diagnosis/clean/read-paste.ts';
import { entry } from '../../support/make-index-entry.ts';

const index = buildIndex([
  entry('inkwell-dry', {
    signatures: ['Inkwell: blotter_create failed for nib <n> of <m>: Operation not permitted'],
    text: 'The inkwell is dry.',
  }),
  entry('quill-broken', { signatures: ['RuntimeError: quill <name> broken at <path>'] }),
]);

/** Pieces that pastes are made of, the awkward ones above all. */
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
    'Inkwell: ',
    '不',
    'nib',
  ),
);

test('whatever is pasted, it answers, with lines that exist', () => {
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

test('noise around a message does not hide it', () => {
  const noise = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const clean = (lines: string[]) =>
        lines.map((line) => line.replace(/[\r\n\u2028\u2029]/g, ' '));
      const message = 'Inkwell: blotter_create failed for nib 1 of 2: Operation not permitted';
      const paste = [...clean(before), '', message, '', ...clean(after)].join('\n');
      expect(diagnose(index, paste).findings[0]?.slug).toBe('inkwell-dry');
    }),
    { numRuns: 100 },
  );
});
