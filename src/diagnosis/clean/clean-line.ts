import { unescape } from 'html-escaper';
import { INVISIBLE } from '../../domain/text/characters.ts';
import { stripLogPrefixes } from './log-prefixes.ts';

const ESCAPE = '\u001b';

/**
 * Sequences that control a terminal: colors and cursor movements (CSI); titles, links and other strings (OSC, DCS, SOS, PM,
 * APC), which end with BEL or ST; others of two characters.
 *
 * @see ECMA-48, 5th edition, sections 5.4 and 5.6
 */
const CONTROL_SEQUENCE = new RegExp(
  [
    `${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`,
    `${ESCAPE}[\\]PX^_][^\u0007${ESCAPE}\u009c\\n]*(?:\u0007|${ESCAPE}\\\\|\u009c)`,
    `${ESCAPE}[ -/]*[0-~]`,
  ].join('|'),
  'g',
);

/** A color whose escape character was lost. */
const COLOR_WITHOUT_ESCAPE = /\[(?:\d{1,3};){0,4}\d{0,3}m/g;

/** UTF-8 quotes decoded as Latin-1, Windows-1252 or GBK, or printed byte by byte. */
const BROKEN_QUOTE =
  /â€[\u0098\u0099\u009c\u009d˜™œ“”‘’\u02dc]?|â\u0080[\u0098\u0099\u009c\u009d]|Ã¢Â?€[^\s\w]{0,3}|<E2><80><9[89CDcd]>|\\x?[eE]2\\x?80\\x?9[89cdCD]|\\342\\200\\23[0145]|鈥[楒渃榒檚]?|\\u201[89cd]/g;

/** Full-width forms of ASCII characters, as in Chinese messages. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Invisible and replacement characters. */
const UNPRINTABLE = new RegExp(String.raw`[\ufffd${INVISIBLE}]+`, 'gu');

const PLAIN = /^[\t -~]*$/;

/** Cleans a line of output: removes what terminals and tools add to it, and repairs quotes. */
export function cleanLine(line: string): string {
  return stripLogPrefixes(repairCharacters(line));
}

/** Removes the sequences that color a text in a terminal or move its cursor. */
export function stripTerminalSequences(text: string): string {
  return text.includes(ESCAPE) ? text.replace(CONTROL_SEQUENCE, '') : text;
}

function repairCharacters(line: string): string {
  let text = line;
  // Python's html.escape() writes the apostrophe in hexadecimal, which html-escaper does not read.
  if (text.includes('&')) text = unescape(text.replaceAll('&#x27;', "'"));
  text = stripTerminalSequences(text);
  if (text.includes('[')) text = text.replace(COLOR_WITHOUT_ESCAPE, '');
  if (/\\(?:x?[eE]2|342|u201)|<E2>/.test(text)) text = text.replace(BROKEN_QUOTE, "'");
  if (!PLAIN.test(text)) {
    text = text.replace(BROKEN_QUOTE, "'");
    text = text
      .replace(FULL_WIDTH, (character) =>
        String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
      )
      .replace(UNPRINTABLE, ' ');
  }
  return text;
}
