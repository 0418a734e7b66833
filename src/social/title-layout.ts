/*
 * Font sizes and line breaks of the texts on a card. The width of a text is estimated instead of measured, so that the
 * digest of a card is known without drawing it.
 */

/** Width available to the title, in pixels. */
export const TITLE_WIDTH = 1072;

/** Font sizes in pixels, best first, with the most lines allowed in each: two lines are better than three larger ones. */
const sizes = [
  { px: 76, lines: 2 },
  { px: 68, lines: 2 },
  { px: 60, lines: 2 },
  { px: 64, lines: 3 },
  { px: 58, lines: 3 },
  { px: 52, lines: 4 },
  { px: 46, lines: 4 },
] as const;

/** Font size in pixels in which every title that the schema allows fits. */
const MIN_PX = 42;

/** Width available to the fix, in pixels. */
export const FIX_WIDTH = 860;

/** Font sizes of the fix in pixels, best first, with the most lines allowed in each. */
const fixSizes = [
  { px: 32, lines: 2 },
  { px: 28, lines: 2 },
  { px: 24, lines: 3 },
  { px: 20, lines: 4 },
] as const;

/** Font size in pixels in which every fix that the schema allows fits. */
const MIN_FIX_PX = 17;

const ZERO_WIDTH_SPACE = '\u200b';

const WORD_ENDS = /[ \u200b]/;

/** Width of a space in em. */
const SPACE_EM = 0.24;

/** Widths of characters in em, rounded up, measured in the bold weight of the font. */
const widths = [
  { characters: / /, em: SPACE_EM },
  { characters: /[!'(),\-./:;I[\\\]fijlt{|}]/, em: 0.39 },
  { characters: /[*?Jcrsz]/, em: 0.52 },
  { characters: /[A-CEFLPR-TVXYZ]/, em: 0.68 },
  { characters: /[&DGHKNOQU]/, em: 0.77 },
  { characters: /[%@MWmw]/, em: 1.01 },
  { characters: /[\u0000-\u1fff]/, em: 0.64 },
] as const;

/** Width of all other characters in em, among them Chinese ones. */
const FULL_WIDTH = 1;

function widthOf(text: string): number {
  let em = 0;
  for (const character of text) {
    em += widths.find(({ characters }) => characters.test(character))?.em ?? FULL_WIDTH;
  }
  return em;
}

/**
 * Returns the number of lines of `maxEm` that words need; `undefined` if one is longer than a line.
 *
 * @param words widths of the words in em
 */
function countLines(words: readonly number[], maxEm: number): number | undefined {
  let lines = 1;
  let used = 0;
  for (const width of words) {
    if (width > maxEm) return undefined;
    if (used + width > maxEm) {
      lines++;
      used = 0;
    }
    used += width + SPACE_EM;
  }
  return lines;
}

/** Returns the font size of a title in pixels: the first in `sizes` in which it fits without breaking a word. */
export function titleSize(title: string): number {
  return fittingSize(title, TITLE_WIDTH, sizes) ?? MIN_PX;
}

/** Returns the font size of a fix in pixels. */
export function fixSize(fix: string): number {
  return fittingSize(fix, FIX_WIDTH, fixSizes) ?? MIN_FIX_PX;
}

function fittingSize(
  text: string,
  width: number,
  candidates: readonly { px: number; lines: number }[],
): number | undefined {
  const words = text.split(WORD_ENDS).map(widthOf);
  return candidates.find(({ px, lines }) => {
    const needed = countLines(words, width / px);
    return needed !== undefined && needed <= lines;
  })?.px;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Adds a zero-width space between Chinese words, where a line may break. With `word-break: keep-all` lines break only
 * there; by default they would break inside of words.
 */
export function breakable(title: string): string {
  let text = '';
  let afterWord = false;
  for (const { segment, isWordLike = false } of segmenter.segment(title)) {
    if (isWordLike && afterWord) text += ZERO_WIDTH_SPACE;
    text += segment;
    afterWord = isWordLike;
  }
  return text;
}
