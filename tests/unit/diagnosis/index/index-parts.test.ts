import { expect, test } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../../../src/diagnosis/index/build-index.ts';
import { joinParts, partsFor, splitIndex } from '../../../../src/diagnosis/index/index-parts.ts';
import { entry } from '../../../support/make-index-entry.ts';

const index = buildIndex(
  Array.from({ length: 600 }, (_, number) =>
    entry(`fault-${number}`, {
      signatures: [
        `Error: gadget${number}x broke its spindle at <path>`,
        { line: `spindle${number}y stalled`, unless: ['no stall'] },
        'Error: the same line for all',
      ],
    }),
  ),
);
const { table, parts } = splitIndex(index);
const empty = { ...index, articles: [], weights: '' };

/** Diagnoses with only the parts that the paste needs. */
function diagnoseInParts(paste: string) {
  const needed = partsFor(table, paste).flatMap((number) => parts[number] ?? []);
  return diagnose(joinParts(empty, needed), paste);
}

test.each([
  ['one signature', 'Error: gadget77x broke its spindle at /usr/lib'],
  ['two signatures of different articles', 'gadget3x broke its spindle at x\nspindle400y stalled'],
  ['two signatures of one article', 'gadget3x broke its spindle at x\nspindle3y stalled'],
  ['a signature with a condition', 'spindle3y stalled\nno stall'],
  ['an incomplete signature', 'an Error: gadget5x broke the spindle at /usr/lib'],
  ['a line of several articles, each with the line to look for', 'Error: the same line for all'],
  ['no signature', 'KeyError: 3'],
])(
  'with the parts it needs, a paste with %s is diagnosed as with the whole index',
  (_name, paste) => {
    expect(diagnoseInParts(paste)).toEqual(diagnose(index, paste));
  },
);

test('a paste needs few of the parts', () => {
  expect(parts.length).toBeGreaterThan(100);
  expect(partsFor(table, 'Error: gadget77x broke its spindle at /usr/lib').length).toBeLessThan(4);
  expect(partsFor(table, 'words that no signature has')).toEqual([]);
});
