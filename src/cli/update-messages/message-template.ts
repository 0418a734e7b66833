import { foldMessage } from '../../diagnosis/clean/localized/fold-message.ts';

/**
 * A conversion of printf, of GCC's diagnostics (`%qD` prints quotes, too) or of the linker's (`%pT`).
 * The first group is the position of the argument, the second its flags.
 *
 * @see https://gcc.gnu.org/onlinedocs/gccint/Guidelines-for-Diagnostics.html
 */
const CONVERSION = /%(?:(\d)\$)?([-+#0q]{0,4})\d{0,3}(?:\.\d{1,2})?(?:hw|ll|[hlwz])?p?[A-Za-z]/g;

/** Conversions of the linker that print nothing: they stop it or count an error. */
const SILENT = /%[FX](?![a-z])/g;

const QUOTE_MARK = /%[<>']/g;

/** Parts that precede a message in every language: the program, the file. */
const LEADING_ARGUMENT = /^%(\d)\s*[:：]\s*/;

const TRAILING_ARGUMENT = / ?%(\d)$/;

/** Fewest letters in the longest piece of text between arguments: shorter ones occur in ordinary text (chosen). */
const MIN_LETTERS = 7;

/** Letters that one Chinese, Japanese or Korean character counts for (chosen). */
const WIDE_LETTERS = 2.5;

export interface MessagePair {
  /** `'%1' was not declared in this scope` */
  english: string;
  /** `'%1'在此作用域中尚未声明` */
  localized: string;
}

/**
 * Returns the parts of a message with the arguments `%1` to `%9`, each with its translation: without arguments that both
 * have in common at their ends, and with the question "did you mean" apart. Leaves out a part whose translation is the
 * English text, too short to be recognized, or has other arguments, two in a row, or one before a single word.
 */
export function messagePairs(message: string, translation: string): MessagePair[] {
  const pair = { english: template(message), localized: template(translation) };
  return splitQuestion(pair)
    .map(trimEnds)
    .filter(
      ({ english, localized }) =>
        foldMessage(english).text !== foldMessage(localized).text &&
        argumentsOf(english) === argumentsOf(localized) &&
        !/%\d%\d|^%\d [a-z]+$/.test(localized) &&
        isRecognizable(localized),
    )
    .map(renumber);
}

/** `A; did you mean 'B'?` is two messages: most translations of the first part exist alone, too. */
function splitQuestion({ english, localized }: MessagePair): MessagePair[] {
  const question = english.indexOf('; did you mean');
  const translated = Math.max(localized.lastIndexOf(';'), localized.lastIndexOf('；'));
  if (question < 0 || translated < 0) return [{ english, localized }];
  return [
    { english: english.slice(0, question), localized: localized.slice(0, translated).trim() },
    { english: english.slice(question), localized: localized.slice(translated) },
  ];
}

function trimEnds(pair: MessagePair): MessagePair {
  let { english, localized } = pair;
  for (;;) {
    const leading = LEADING_ARGUMENT.exec(english);
    const too = LEADING_ARGUMENT.exec(localized);
    if (!leading || !too || leading[1] !== too[1]) break;
    english = english.slice(leading[0].length);
    localized = localized.slice(too[0].length);
  }
  const trailing = TRAILING_ARGUMENT.exec(english);
  const too = TRAILING_ARGUMENT.exec(localized);
  if (trailing && too && trailing[1] === too[1]) {
    english = english.slice(0, trailing.index);
    localized = localized.slice(0, too.index);
  }
  return { english, localized };
}

/** Numbers the arguments from 1 in the order of the English message. */
function renumber({ english, localized }: MessagePair): MessagePair {
  const order: readonly string[] = english.match(/%\d/g) ?? [];
  const numbered = (text: string) =>
    text.replace(/%\d/g, (argument) => `%${order.indexOf(argument) + 1}`);
  return { english: numbered(english), localized: numbered(localized) };
}

/** `%qD was not declared` becomes `'%1' was not declared`. All quotes around arguments are straight. */
export function template(message: string): string {
  let next = 0;
  return message
    .trim()
    .replace(SILENT, '')
    .replace(QUOTE_MARK, "'")
    .replace(CONVERSION, (_, position: string | undefined, flags: string) => {
      next += 1;
      const argument = `%${position ?? next}`;
      return flags.includes('q') ? `'${argument}'` : argument;
    })
    .replace(/`(%\d)'/g, "'$1'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

const argumentsOf = (text: string) => (text.match(/%\d/g) ?? []).sort().join('');

function isRecognizable(localized: string): boolean {
  return foldMessage(localized)
    .text.split(/%\d/)
    .some((piece) => weight(piece) >= MIN_LETTERS);
}

function weight(piece: string): number {
  const letters = piece.match(/\p{L}/gu) ?? [];
  const wide = letters.filter((letter) => letter >= '\u3040');
  return letters.length + wide.length * (WIDE_LETTERS - 1);
}
