import { unescape } from 'html-escaper';

/** A part of an excerpt as plain text; `hit` is true for highlighted text. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

const OPEN = '<mark>';
const CLOSE = '</mark>';

/**
 * Splits a Pagefind excerpt, which is escaped text with `<mark>` around the hits. It is never parsed as HTML: any other tag
 * remains visible text.
 */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, hit: boolean) => {
    if (text !== '' || hit) parts.push({ text: unescape(text), hit });
  };
  let at = 0;
  for (;;) {
    const open = excerpt.indexOf(OPEN, at);
    const close = open < 0 ? -1 : excerpt.indexOf(CLOSE, open);
    if (close < 0) break;
    add(excerpt.slice(at, open), false);
    add(excerpt.slice(open + OPEN.length, close), true);
    at = close + CLOSE.length;
  }
  add(excerpt.slice(at), false);
  return parts;
}
