import { truncate } from '../domain/text/truncate.ts';

/** More fields than any answer has that is a list of fields; what has more is a table of its own keys. */
const FIELDS = 30;
const ENTRIES_OF_TABLE = 2;

/** A list with so few objects is shown whole; of a longer one the first says what they look like. */
const FEW_OBJECTS = 2;
const FEW_WORDS = 3;

const TEXT_LENGTH = 90;

/** Says how many were left out. */
type More = (n: number) => string;

/**
 * The beginning of an answer, short enough to be read: of many objects the first, of many words the first few, of
 * a long text its first characters. JSON with comments where something was left out.
 *
 * @param value plain data, as `JSON.parse` makes it
 * @param indent what stands before each line but the first
 */
export function jsonExcerpt(value: unknown, more: More, indent = ''): string {
  if (typeof value === 'string') return JSON.stringify(truncate(value, TEXT_LENGTH, '…'));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== 'object');
    const shown = value.slice(0, isFlat ? FEW_WORDS : value.length > FEW_OBJECTS ? 1 : FEW_OBJECTS);
    const parts = [
      ...shown.map((item) => jsonExcerpt(item, more, inner)),
      ...leftOut(value.length - shown.length, more),
    ];
    return isFlat ? `[${parts.join(', ')}]` : block('[', parts, ']', indent);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const shown = fields.length > FIELDS ? fields.slice(0, ENTRIES_OF_TABLE) : fields;
  const parts = [
    ...shown.map(([key, field]) => `${JSON.stringify(key)}: ${jsonExcerpt(field, more, inner)}`),
    ...leftOut(fields.length - shown.length, more),
  ];
  return parts.length === 0 ? '{}' : block('{', parts, '}', indent);
}

/** The beginning of an Atom feed: what stands above its entries, and the first of them. */
export function feedExcerpt(xml: string, more: More): string {
  const end = '</entry>';
  const [first = '', ...others] = xml.split(end);
  if (others.length === 0) return xml;
  const rest = others.length - 1;
  return `${first}${end}${rest > 0 ? `\n    <!-- ${more(rest)} -->` : ''}\n</feed>`;
}

const leftOut = (n: number, more: More) => (n > 0 ? [`/* ${more(n)} */`] : []);

const block = (open: string, parts: readonly string[], close: string, indent: string) =>
  `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
