import { unescape } from 'html-escaper';
import { stripLogPrefixes } from './log-prefixes.ts';
import { appendEnglish } from './translations.ts';

const ESCAPE = '\u001b';

/** Colours and cursor movements (ECMA-48), and what is left of them where the escape character was lost. */
const CONTROL_SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\u0007\\n]*\\u0007?|[@-Z])`,
  'g',
);
const LOST_COLOUR = /\[(?:\d{1,3};){0,4}\d{0,3}m/g;

/** UTF-8 quotes read as Latin-1 or Windows-1252, as GBK, or printed byte by byte. */
const BROKEN_QUOTE =
  /â€[\u0098\u0099\u009c\u009d˜™œ“”‘’\u02dc]?|â\u0080[\u0098\u0099\u009c\u009d]|Ã¢Â?€[^\s\w]{0,3}|<E2><80><9[89CDcd]>|\\x?[eE]2\\x?80\\x?9[89cdCD]|\\342\\200\\23[0145]|鈥[楒渃榒檚]?|\\u201[89cd]/g;

const QUOTES = /[‘’‚‛“”„‟′″`´«»＂＇]/g;

/** Full-width punctuation, as Chinese messages have it. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Control characters, lone surrogates, replacement characters, zero-width ones. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffd\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/gu;

const PLAIN = /^[\t\u0020-\u005f\u0061-\u007e]*$/;

/** One line of a paste as the program meant it: no colours, no time stamps, no boxes, straight quotes, English beside it. */
export function cleanLine(line: string): string {
  return appendEnglish(stripLogPrefixes(tidied(line, true)));
}

/** A text without what colors it in a terminal and moves its cursor. */
export function stripTerminalSequences(text: string): string {
  return text.includes(ESCAPE) ? text.replace(CONTROL_SEQUENCE, '') : text;
}

/** The same in the program's own language only, with its own quotes. */
export function plainLine(line: string): string {
  return stripLogPrefixes(tidied(line, false));
}

function tidied(line: string, hasStraightQuotes: boolean): string {
  let text = line;
  // Python's html.escape() writes the apostrophe in hexadecimal, which html-escaper does not read.
  if (text.includes('&')) text = unescape(text.replaceAll('&#x27;', "'"));
  text = stripTerminalSequences(text);
  if (text.includes('[')) text = text.replace(LOST_COLOUR, '');
  if (/\\(?:x?[eE]2|342|u201)|<E2>/.test(text)) text = text.replace(BROKEN_QUOTE, "'");
  if (!PLAIN.test(text)) {
    text = text.replace(BROKEN_QUOTE, "'");
    if (hasStraightQuotes) text = text.replace(QUOTES, "'");
    text = text
      .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(UNPRINTABLE, ' ');
  }
  return text;
}
