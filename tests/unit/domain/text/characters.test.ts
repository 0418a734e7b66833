import { describe, expect, test } from 'vitest';
import {
  hasVisibleCharacter,
  hiddenCharacter,
  printable,
  stripHiddenCharacters,
} from '../../../../src/domain/text/characters.ts';

test.each([
  ['\u0000', 'U+0000'],
  ['\u007f', 'U+007F'],
  ['\u0085', 'U+0085'],
  ['\u00ad', 'U+00AD'],
  ['\u034f', 'U+034F'],
  ['\u061c', 'U+061C'],
  ['\u115f', 'U+115F'],
  ['\u180e', 'U+180E'],
  ['\u200b', 'U+200B'],
  ['\u2028', 'U+2028'],
  ['\u202e', 'U+202E'],
  ['\u2060', 'U+2060'],
  ['\u2069', 'U+2069'],
  ['\u3164', 'U+3164'],
  ['\ufe00', 'U+FE00'],
  ['\ufeff', 'U+FEFF'],
  ['\ufff9', 'U+FFF9'],
  ['\uffff', 'U+FFFF'],
  ['\ud800', 'U+D800'],
  ['\u{e0041}', 'U+E0041'],
  ['\u{e0100}', 'U+E0100'],
])('%j is a hidden character', (character, name) => {
  expect(hiddenCharacter(`a${character}b`)).toBe(name);
  expect(stripHiddenCharacters(`a${character}b`)).toBe('ab');
  expect(printable(`a${character}b`)).toBe(
    `a${character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}b`,
  );
});

test.each(['a\tb\n', '👩‍💻 ⚠️ 1️⃣', 'می‌خواهم', '数组', 'e\u0301', '\u00a0'])(
  '%j has none',
  (text) => {
    expect(hiddenCharacter(text)).toBeUndefined();
    expect(stripHiddenCharacters(text)).toBe(text);
  },
);

describe('a text that can be seen has a letter, a digit, a punctuation mark or a symbol', () => {
  test.each(['a', '数', '3', '?', '+', '⚠️', ' a'])('%j', (text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
  });

  test.each(['', ' \t', '\u00a0\u3000', '\u200d\ufe0f', '\u2800', '\u3164\uffa0', '\u0301'])(
    'not %j',
    (text) => {
      expect(hasVisibleCharacter(text)).toBe(false);
    },
  );
});
