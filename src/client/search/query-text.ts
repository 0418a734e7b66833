import { MAX_QUERY_LENGTH } from '../../search/search-state.ts';

const KILOBYTE = 1000;

/** True for a text that is diagnosed rather than searched for: several lines, or one too long for an address. */
export function isPaste(text: string): boolean {
  return text.length > MAX_QUERY_LENGTH || text.trim().includes('\n');
}

/** Marks that programs print around names and values, and that people rarely type. */
const PRINTED = /[:'"`\\<>{}]|(?:Error|Exception|Warning)\b/;

/** True for a text that a program printed, as far as one can tell, not for a few words that a person typed. */
export function isOutput(text: string): boolean {
  return isPaste(text) || PRINTED.test(text);
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
