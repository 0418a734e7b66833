import type { Locale } from '../vocabulary.ts';

/** A piece of a text that is laid out in lines. */
export interface LinePiece {
  text: string;
  /** True for a word that browsers would break after its hyphens, such as `--security-opt`. */
  isWhole: boolean;
  /** True where a line may end before the piece although there is no space. */
  mayBreakBefore: boolean;
}

/** Words without spaces, also between Chinese ones. */
const WORD = /[!-~]+/g;

/** In characters; longer words may be broken, since they would not fit on a phone. */
const MAX_WHOLE_LENGTH = 24;

/** Divides a text into words with hyphens, which are kept whole, and the text between them. */
export function splitAtHyphenated(text: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  const add = (piece: string, isWhole: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isWhole, mayBreakBefore: false });
  };
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!word.includes('-') || word.length > MAX_WHOLE_LENGTH) continue;
    add(text.slice(end, index), false);
    add(word, true);
    end = index + word.length;
  }
  add(text.slice(end), false);
  return pieces;
}

const HAN_AT_END = /\p{Script=Han}$/u;

/** Words of one character after which a phrase ends; any other one belongs to the next word, too: 段错误. */
const PHRASE_END = /^[的了着过上下里中时后前起]$/;

/** A word of one character is a particle (的), a suffix (符) or a short verb: it stays with the word before it. */
const HAN_WORD = /^\p{Script=Han}{2}/u;

const LATIN_WORD = /^[!-~]/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Divides a title where its lines may end. Chinese has no spaces, so browsers break a line within words; with
 * `word-break: keep-all` they break it only between these pieces, at punctuation and at spaces.
 */
export function titlePieces(title: string, locale: Locale): LinePiece[] {
  const pieces = splitAtHyphenated(title);
  if (locale !== 'zh') return pieces;
  return pieces.flatMap((piece) => (piece.isWhole ? [piece] : splitWords(piece.text)));
}

function splitWords(text: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  let previous: Intl.SegmentData | undefined;
  for (const word of segmenter.segment(text)) {
    const mayBreakBefore =
      previous?.isWordLike === true &&
      word.isWordLike === true &&
      (previous.segment.length > 1 || PHRASE_END.test(previous.segment)) &&
      (HAN_WORD.test(word.segment) ||
        (LATIN_WORD.test(word.segment) && HAN_AT_END.test(previous.segment)));
    const last = pieces.at(-1);
    if (mayBreakBefore || !last)
      pieces.push({ text: word.segment, isWhole: false, mayBreakBefore });
    else last.text += word.segment;
    previous = word;
  }
  return pieces;
}
