import type { Locale } from '../vocabulary.ts';

/** A piece of a text that is laid out in lines. */
export interface LinePiece {
  text: string;
  /** True for an option of a command: browsers would break `--security-opt` after its hyphens. */
  isWhole: boolean;
  /** True where a line may end before the piece although there is no space. */
  mayBreakBefore: boolean;
}

/** Longer options may be broken: they would not fit on a phone. */
const OPTION = /(?<![\w-])--?[A-Za-z][\w=.-]{0,22}(?![\w=.-])/g;

/** Divides a text into options of commands and the text between them. */
export function splitOptions(text: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  const add = (piece: string, isWhole: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isWhole, mayBreakBefore: false });
  };
  let end = 0;
  for (const { 0: option, index } of text.matchAll(OPTION)) {
    add(text.slice(end, index), false);
    add(option, true);
    end = index + option.length;
  }
  add(text.slice(end), false);
  return pieces;
}

const HAN_AT_END = /\p{Script=Han}$/u;
const HAN_AT_START = /^\p{Script=Han}/u;

/** Particles, which belong to the word before them. */
const PARTICLE = /^[的了着过地得吗呢吧]$/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Divides a title where its lines may end. Chinese has no spaces, so browsers break a line within words; with
 * `word-break: keep-all` they break it only between these pieces, at punctuation and at spaces.
 */
export function titlePieces(title: string, locale: Locale): LinePiece[] {
  const pieces = splitOptions(title);
  if (locale !== 'zh') return pieces;
  return pieces.flatMap((piece) => (piece.isWhole ? [piece] : splitWords(piece.text)));
}

function splitWords(text: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  let previous: Intl.SegmentData | undefined;
  for (const word of segmenter.segment(text)) {
    const mayBreakBefore =
      previous !== undefined &&
      Boolean(previous.isWordLike && word.isWordLike) &&
      (HAN_AT_END.test(previous.segment) || HAN_AT_START.test(word.segment)) &&
      // Two words of one character belong together more often than not: 太新.
      previous.segment.length + word.segment.length > 2 &&
      !PARTICLE.test(word.segment);
    const last = pieces.at(-1);
    if (mayBreakBefore || !last)
      pieces.push({ text: word.segment, isWhole: false, mayBreakBefore });
    else last.text += word.segment;
    previous = word;
  }
  return pieces;
}
