import { truncate } from '../domain/text/truncate.ts';

/** Maximum number of fields of a record; no response has more. An object with more entries is a map. */
const MAX_FIELDS = 30;
const MAX_MAP_ENTRIES = 2;

/** A list with at most this many objects is shown whole, a longer one as its first object. */
const MAX_OBJECTS = 2;

/** Maximum number of strings or numbers of a list. */
const MAX_SCALARS = 3;

/** Maximum number of characters of a string. */
const MAX_LENGTH = 90;

/** Returns the text that replaces `n` omitted items. */
type More = (n: number) => string;

/**
 * Returns the beginning of a response as JSON, with comments in place of the omitted parts.
 *
 * @param value plain data, as returned by `JSON.parse`
 * @param indent indentation of every line but the first
 */
export function jsonExcerpt(value: unknown, more: More, indent = ''): string {
  if (typeof value === 'string') return JSON.stringify(truncate(value, MAX_LENGTH, '…'));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== 'object');
    const shown = value.slice(
      0,
      isFlat ? MAX_SCALARS : value.length > MAX_OBJECTS ? 1 : MAX_OBJECTS,
    );
    const parts = [
      ...shown.map((item) => jsonExcerpt(item, more, inner)),
      ...omitted(value.length - shown.length, more),
    ];
    return isFlat ? `[${parts.join(', ')}]` : block('[', parts, ']', indent);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const shown = fields.length > MAX_FIELDS ? fields.slice(0, MAX_MAP_ENTRIES) : fields;
  const parts = [
    ...shown.map(([key, field]) => `${JSON.stringify(key)}: ${jsonExcerpt(field, more, inner)}`),
    ...omitted(fields.length - shown.length, more),
  ];
  return parts.length === 0 ? '{}' : block('{', parts, '}', indent);
}

/** Returns the beginning of an Atom feed: its metadata and the first entry. */
export function feedExcerpt(xml: string, more: More): string {
  const end = '</entry>';
  const [first = '', ...others] = xml.split(end);
  if (others.length === 0) return xml;
  const rest = others.length - 1;
  return `${first}${end}${rest > 0 ? `\n    <!-- ${more(rest)} -->` : ''}\n</feed>`;
}

const omitted = (n: number, more: More) => (n > 0 ? [`/* ${more(n)} */`] : []);

const block = (open: string, parts: readonly string[], close: string, indent: string) =>
  `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
