import { describe, expect, test } from 'vitest';
import { messagePairs } from '../../../../src/cli/update-messages/message-template.ts';

describe('a message and its translation become templates', () => {
  test.each([
    [
      'quotes of GCC',
      '%qD was not declared in this scope',
      '%qD在此作用域中尚未声明',
      [["'%1' was not declared in this scope", "'%1'在此作用域中尚未声明"]],
    ],
    [
      'other order',
      'passing argument %d of %qE from incompatible type',
      'Typ von %2$qE an Stelle %1$d unpassend',
      [
        [
          "passing argument %1 of '%2' from incompatible type",
          "Typ von '%2' an Stelle %1 unpassend",
        ],
      ],
    ],
    [
      'leading and trailing arguments',
      '%F%P: %pB: could not read symbols: %E\n',
      '%F%P : %pB : impossible de lire les symboles : %E\n',
      [['could not read symbols:', 'impossible de lire les symboles :']],
    ],
    [
      'quotes of the linker',
      "%X%C: undefined reference to `%pT'\n",
      '%X%C: неопределённая ссылка на «%pT»\n',
      [["undefined reference to '%1'", 'неопределённая ссылка на «%1»']],
    ],
    [
      'the question apart',
      'unknown type name %qE; did you mean %qs?',
      'unbekannter Typname %qE; meinten Sie %qs?',
      [
        ["unknown type name '%1'", "unbekannter Typname '%1'"],
        ["; did you mean '%1'?", "; meinten Sie '%1'?"],
      ],
    ],
  ])('%s', (_name, message, translation, pairs) => {
    const expected = pairs.map(([english, localized]) => ({ english, localized }));
    expect(messagePairs(message, translation)).toEqual(expected);
  });
});

describe('a translation is left out', () => {
  test.each([
    ['that is the English text', 'file too short', 'file too short'],
    ['too short to be recognized', 'Aborted', '中止'],
    ['with other arguments', 'cannot find %s in %s', 'no se puede encontrar %s'],
    ['with two arguments in a row', 'relocation of %s%s is wrong', 'reubicación errónea de %s%s'],
    ['of an argument and one word', 'cannot find %s', '%s introuvable'],
  ])('%s', (_name, message, translation) => {
    expect(messagePairs(message, translation)).toEqual([]);
  });
});
