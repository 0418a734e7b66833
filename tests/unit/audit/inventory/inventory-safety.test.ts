import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_LISTED,
  MAX_PACKAGES,
  MAX_TEXT_LENGTH,
} from '../../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';

test('text around a list does not change how the list is read', { timeout: 60_000 }, () => {
  const list = 'Package Version\n------- -------\nnumpy   2.1.3\nnumba   0.61.0\n';
  const noise = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      // Prose: nothing that opens a value over several lines.
      const prose = (texts: string[]) => texts.map((text) => `* ${text.replace(/[\r\n]/g, ' ')}`);
      const text = [...prose(before), list, ...prose(after)].join('\n');
      const { packages } = readInventory([{ text }]);
      expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
        'numpy 2.1.3',
        'numba 0.61.0',
      ]);
    }),
    { numRuns: 300 },
  );
});

describe('bounds', () => {
  test('a line of a million characters', () => {
    for (const line of ['x', ' ', '1.0 ', '(', '- name: ', 'numpy==1 ; ', '> ', '3.11.7 (main, ']) {
      const text = line.repeat(Math.ceil(1_000_000 / line.length));
      const { understoodCount, notUnderstoodCount } = readInventory([
        { text },
        { text: `numpy ${text}` },
      ]);
      expect(understoodCount + notUnderstoodCount).toBeLessThanOrEqual(2);
    }
  });

  test('no more packages than can be looked through', () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `p${index}==1.0`);
    const text = lines.join('\n');
    const { packages, isTruncated } = readInventory([{ text }]);
    expect([packages.length, isTruncated]).toEqual([MAX_PACKAGES, true]);
  });

  test('no more of a text than it may be long', () => {
    const text = `${' '.repeat(MAX_TEXT_LENGTH)}\nnumpy==1.0`;
    expect(readInventory([{ text }])).toMatchObject({ packages: [], isTruncated: true });
  });

  test('no more lines listed than can be read', () => {
    const { notUnderstood, notUnderstoodCount, notFollowed } = readInventory([
      { text: `${'no requirement!\n'.repeat(1_000)}${'-r other.txt\n'.repeat(1_000)}` },
    ]);
    expect([notUnderstood.length, notUnderstoodCount]).toEqual([MAX_LISTED, 1_000]);
    expect(notFollowed).toHaveLength(MAX_LISTED);
  });

  test('names of prototypes are names', () => {
    const { packages } = readInventory([{ text: '__proto__==1.0\nx==2\nconstructor==3' }]);
    expect(packages.map(({ name }) => name)).toEqual(['x', 'constructor']);
    const json = '[{"name": "__proto__", "version": "1.0", "__proto__": {"version": "2"}}]';
    expect(readInventory([{ text: json }]).packages).toMatchObject([
      { name: '__proto__', version: '1.0' },
    ]);
  });
});
