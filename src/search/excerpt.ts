import { unescape } from 'html-escaper';

/** A piece of an excerpt: plain text, and whether it is a hit. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

const OPEN = '<mark>';
const CLOSE = '</mark>';

/**
 * Takes a Pagefind excerpt apart: text with `<mark>` around the hits, the rest escaped.
 * Nothing of it is ever parsed as HTML; any other tag stays visible as the text it is.
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
