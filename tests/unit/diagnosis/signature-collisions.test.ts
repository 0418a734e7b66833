import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { collisions } from '../../../src/diagnosis/signature-collisions.ts';
import { entry } from '../../support/make-index-entry.ts';

const acquisition = entry('acquisition', {
  signatures: ['Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)'],
});
const borrowed = entry('borrowed', {
  signatures: [
    'RuntimeError: Already borrowed',
    { line: 'thread panicked', role: 'supporting' },
    { line: 'process exited', with: ['Already borrowed in <name>'] },
  ],
});

test.each([
  ['signatures that lead to their articles', [acquisition, borrowed]],
  ['signatures that articles share', [acquisition, { ...acquisition, slug: 'twin' }]],
])('accepts %s', (_name, entries) => {
  expect(collisions(buildIndex(entries))).toEqual([]);
});

test('reports a signature that leads to another article, because its own conditions exclude it', () => {
  const short = entry('short', {
    signatures: [{ line: 'RuntimeError: Already borrowed', unless: ['Already'] }],
  });
  expect(collisions(buildIndex([short, borrowed]), 'short')).toEqual([
    { slug: 'short', signature: 0, printed: 'RuntimeError: Already borrowed', other: 'borrowed' },
  ]);
});

test('reports a signature that leads nowhere', () => {
  const vague = entry('vague', { signatures: ['Error: <name>', '<module>_cp<version>_win'] });
  expect(collisions(buildIndex([vague]))).toEqual([
    { slug: 'vague', signature: 1, printed: '<module>_cp<version>_win' },
  ]);
});
