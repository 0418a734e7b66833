/**
 * The title of a card: how large, and where its lines may end. The size is estimated rather than measured, so that
 * what goes into a picture is known before anything is drawn.
 */

/** Width in pixels in which a title is set. */
export const TITLE_WIDTH = 1072;

/** Sizes in pixels, best first, and in how many lines each looks well: rather two lines than three larger ones. */
const sizes = [
  { px: 76, lines: 2 },
  { px: 68, lines: 2 },
  { px: 60, lines: 2 },
  { px: 64, lines: 3 },
  { px: 58, lines: 3 },
  { px: 52, lines: 4 },
  { px: 46, lines: 4 },
] as const;

/** Holds any title that the facts allow. */
const SMALLEST = 42;

const ZERO_WIDTH_SPACE = '\u200b';

const WORD_ENDS = /[ \u200b]/;

/** Widths of characters in the bold cut of the font, in em, rounded up. */
const widths = [
  { characters: / /, em: 0.24 },
  { characters: /[!'(),\-./:;I[\\\]fijlt{|}]/, em: 0.39 },
  { characters: /[*?Jcrsz]/, em: 0.52 },
  { characters: /[A-CEFLPR-TVXYZ]/, em: 0.68 },
  { characters: /[&DGHKNOQU]/, em: 0.77 },
  { characters: /[%@MWmw]/, em: 1.01 },
  { characters: /[\u0000-\u1fff]/, em: 0.64 },
] as const;

const FULL_WIDTH = 1;

function widthOf(text: string): number {
  let em = 0;
  for (const character of text) {
    em += widths.find(({ characters }) => characters.test(character))?.em ?? FULL_WIDTH;
  }
  return em;
}

/** How many lines a text takes when its lines hold `max` em; `undefined` when a word is longer than a line. */
function linesOf(text: string, max: number): number | undefined {
  let lines = 1;
  let used = 0;
  for (const word of text.split(WORD_ENDS)) {
    const width = widthOf(word);
    if (width > max) return undefined;
    if (used + width > max) {
      lines++;
      used = 0;
    }
    used += width + widthOf(' ');
  }
  return lines;
}

/** The size of a title in pixels: the largest in which it fits and no word of it is broken. */
export function titleSize(title: string): number {
  const fitting = sizes.find(({ px, lines }) => {
    const needed = linesOf(title, TITLE_WIDTH / px);
    return needed !== undefined && needed <= lines;
  });
  return fitting?.px ?? SMALLEST;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * A title with a mark of no width where a line may end between two words of Chinese, which has no spaces.
 * Goes with `word-break: keep-all`; the rule of CSS would end a line in the middle of a word.
 */
export function breakable(title: string): string {
  let text = '';
  let afterWord = false;
  for (const { segment, isWordLike = false } of words.segment(title)) {
    if (isWordLike && afterWord) text += ZERO_WIDTH_SPACE;
    text += segment;
    afterWord = isWordLike;
  }
  return text;
}
