/** A text reduced to what compilers, releases and terminals do not vary, with the place of each character in the original. */
export interface FoldedText {
  text: string;
  /** Index in the original of each character of `text`. */
  places: number[];
}

const SPACE = /[\s\u200b\ufeff]/;
const QUOTES = '\'"`´‘’‚‛“”„‟«»‹›′″「」『』＂＇';
const FULL_WIDTH_OFFSET = 0xfee0;

/** Letters that stay as they are: most characters of most lines. */
const PLAIN = /[\w\u00c0-\u1fff\u3040-\ud7ff]/;

/**
 * Folds a message: drops white space, writes all quotes as `'` and full-width characters in ASCII. `致命错误： “a.h”`
 * becomes `致命错误:'a.h'`.
 */
export function foldMessage(original: string): FoldedText {
  let text = '';
  const places: number[] = [];
  for (let index = 0; index < original.length; index++) {
    const character = foldCharacter(original.charAt(index));
    if (character === '') continue;
    text += character;
    places.push(index);
  }
  return { text, places };
}

function foldCharacter(character: string): string {
  if (PLAIN.test(character)) return character;
  if (SPACE.test(character)) return '';
  if (QUOTES.includes(character)) return "'";
  if (character === '。') return '.';
  if (character >= '\uff01' && character <= '\uff5e')
    return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
  return character;
}
