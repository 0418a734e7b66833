import type { Locale } from '../domain/vocabulary.ts';

const segmenters = new Map<Locale, Intl.Segmenter>();

/** The end of one word and the beginning of the next, one of them Chinese, without punctuation or space between. */
const HAN_BOUNDARY = /^(?:\p{Script=Han}[\p{L}\p{N}]|[\p{L}\p{N}]\p{Script=Han})$/u;

/**
 * Splits a text at the places between Chinese words where a line may break; `keep-all` and a `<wbr>` at each place keep
 * the words whole. Texts in English stay in one part.
 */
export function breakLines(text: string, locale: Locale): string[] {
  if (locale === 'en') return [text];
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  const parts: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const previous = parts.at(-1);
    const boundary = `${[...(previous ?? '')].at(-1) ?? ''}${[...segment][0] ?? ''}`;
    if (previous === undefined || HAN_BOUNDARY.test(boundary)) parts.push(segment);
    else parts[parts.length - 1] = previous + segment;
  }
  return parts;
}
