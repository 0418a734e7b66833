import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { entry } from '../../support/make-index-entry.ts';

const index = buildIndex([
  entry('threads-not-permitted', {
    signatures: ['OpenBLAS: pthread_create failed for thread <n> of <m>: Operation not permitted'],
    text: 'The container forbids new threads.',
  }),
  entry('cache-corrupt', { signatures: ['RuntimeError: cache <name> corrupt at <path>'] }),
]);

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
