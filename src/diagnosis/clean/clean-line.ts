import { unescape } from 'html-escaper';
import { INVISIBLE } from '../../domain/text/characters.ts';
import { stripLogPrefixes } from './log-prefixes.ts';
import { appendEnglish } from './translations.ts';

const ESCAPE = '\u001b';

/** Colors, cursor movements and titles (ECMA-48). */
const CONTROL_SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\u0007\\n]*\\u0007?|[@-Z])`,
  'g',
);
/** A color whose escape character was lost. */
const COLOR_WITHOUT_ESCAPE = /\[(?:\d{1,3};){0,4}\d{0,3}m/g;

/** UTF-8 quotes decoded as Latin-1, Windows-1252 or GBK, or printed byte by byte. */
const BROKEN_QUOTE =
  /â€[\u0098\u0099\u009c\u009d˜™œ“”‘’\u02dc]?|â\u0080[\u0098\u0099\u009c\u009d]|Ã¢Â?€[^\s\w]{0,3}|<E2><80><9[89CDcd]>|\\x?[eE]2\\x?80\\x?9[89cdCD]|\\342\\200\\23[0145]|鈥[楒渃榒檚]?|\\u201[89cd]/g;

const QUOTES = /[‘’‚‛“”„‟′″`´«»＂＇]/g;

/** Full-width forms of ASCII characters, as in Chinese messages. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Invisible and replacement characters. */
const UNPRINTABLE = new RegExp(String.raw`[\ufffd${INVISIBLE}]+`, 'gu');

const PLAIN = /^[\t\u0020-\u005f\u0061-\u007e]*$/;

/**
 * Cleans a line for matching: removes colors, time stamps and boxes, straightens quotes, and appends the English of known
 * translated messages.
 */
export function cleanLine(line: string): string {
  return appendEnglish(stripLogPrefixes(normalizeCharacters(line, true)));
}

/** Removes the sequences that color a text in a terminal or move its cursor. */
export function stripTerminalSequences(text: string): string {
  return text.includes(ESCAPE) ? text.replace(CONTROL_SEQUENCE, '') : text;
}

/** Cleans a line for display: as `cleanLine`, but with its own quotes and without a translation. */
export function plainLine(line: string): string {
  return stripLogPrefixes(normalizeCharacters(line, false));
}

function normalizeCharacters(line: string, straightensQuotes: boolean): string {
  let text = line;
  // Python's html.escape() writes the apostrophe in hexadecimal, which html-escaper does not read.
  if (text.includes('&')) text = unescape(text.replaceAll('&#x27;', "'"));
  text = stripTerminalSequences(text);
  if (text.includes('[')) text = text.replace(COLOR_WITHOUT_ESCAPE, '');
  if (/\\(?:x?[eE]2|342|u201)|<E2>/.test(text)) text = text.replace(BROKEN_QUOTE, "'");
  if (!PLAIN.test(text)) {
    text = text.replace(BROKEN_QUOTE, "'");
    if (straightensQuotes) text = text.replace(QUOTES, "'");
    text = text
      .replace(FULL_WIDTH, (character) =>
        String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
      )
      .replace(UNPRINTABLE, ' ');
  }
  return text;
}
