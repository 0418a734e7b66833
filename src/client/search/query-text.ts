import { MAX_QUERY_LENGTH } from '../../search/search-state.ts';

const KILOBYTE = 1000;

/** True for a text that is diagnosed rather than searched for: several lines, or one too long for an address. */
export function isPaste(text: string): boolean {
  return text.length > MAX_QUERY_LENGTH || text.trim().includes('\n');
}

/** Lengths from which a text is searched for: a Chinese word has two characters. Shorter ones are in every article. */
const MIN_LENGTH = 3;
const MIN_LENGTH_HAN = 2;

/** True for a text that is long enough to be answered. */
export function isQuestion(text: string): boolean {
  const { length } = text.trim();
  return length >= (/\p{Script=Han}/u.test(text) ? MIN_LENGTH_HAN : MIN_LENGTH);
}

/** Marks that programs print around names and values, and that people rarely type. */
const PRINTED = /[:'"`\\<>{}]|(?:Error|Exception|Warning)\b/;

/** True for a text that a program printed, as far as one can tell, not for a name, an address or a few typed words. */
export function isOutput(text: string): boolean {
  return isPaste(text) || (PRINTED.test(text) && text.trim().includes(' '));
}

/** Returns the text as a query of the full-text search and of the address; a paste is in neither. */
export function toAddressQuery(text: string): string {
  return isPaste(text) ? '' : text;
}

/** Formats the size of a text in the reader's language: `4.8 MB`. */
export function formatSize(text: string): string {
  const kilobytes = text.length / KILOBYTE;
  const isMega = kilobytes >= KILOBYTE;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: isMega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isMega ? 1 : 0,
  }).format(isMega ? kilobytes / KILOBYTE : Math.max(1, kilobytes));
}
