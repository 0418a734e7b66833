import { isScalar, isSeq, parseDocument, type Scalar, type YAMLSeq } from 'yaml';
import type { Edit } from './lint-message.ts';

/** Longer lists are written one item a line. */
const MAX_COLUMNS = 88;

/** A list of strings in the front matter, with its offsets in the source. */
export interface StringList {
  items: string[];
  start: number;
  end: number;
}

/**
 * Finds the lists of some fields. Leaves out lists with comments or with items that are not strings, which a program
 * should not rewrite.
 *
 * @param source the whole article
 */
export function listsIn(source: string, fields: readonly string[]): Map<string, StringList> {
  const lists = new Map<string, StringList>();
  const yaml = frontMatterOf(source);
  if (!yaml) return lists;
  const document = parseDocument(yaml.text, { schema: 'core', prettyErrors: false });
  if (document.errors.length > 0) return lists;
  for (const field of fields) {
    const list = document.get(field, true);
    if (!isSeq(list) || !list.range || hasComment(list)) continue;
    const items = list.items.map((item) => (isScalar(item) ? (item as Scalar).value : undefined));
    if (!items.every((item) => typeof item === 'string')) continue;
    const [start, end] = list.range;
    lists.set(field, { items, start: yaml.start + start, end: yaml.start + end });
  }
  return lists;
}

/**
 * Returns the edit that sets a field to a list; adds the field at the end if it is missing. Returns `undefined` if the
 * field has another form, or the source has no front matter.
 *
 * @param source the whole article
 */
export function listEdit(
  source: string,
  field: string,
  items: readonly string[],
): Edit | undefined {
  const list = listsIn(source, [field]).get(field);
  if (list) {
    const isBlock = !source.startsWith('[', list.start);
    // The list begins on the line of its key or, if it did not fit, below.
    const start = source.lastIndexOf(':', list.start) + 1;
    const end = isBlock ? source.slice(0, list.end).trimEnd().length : list.end;
    return { start, end, text: formatList(field, items) };
  }
  const yaml = frontMatterOf(source);
  if (!yaml || new RegExp(`^${field}:`, 'm').test(yaml.text)) return undefined;
  return { start: yaml.end, end: yaml.end, text: `${field}:${formatList(field, items)}\n` };
}

function formatList(field: string, items: readonly string[]): string {
  const flow = ` [${items.join(', ')}]`;
  if (field.length + 1 + flow.length <= MAX_COLUMNS) return flow;
  return `\n  [\n${items.map((item) => `    ${item},\n`).join('')}  ]`;
}

function hasComment(list: YAMLSeq): boolean {
  return [list, ...list.items].some((node) => {
    const { comment, commentBefore } = node as Scalar;
    return Boolean(comment || commentBefore);
  });
}

/** Returns the front matter without its fences, and its offsets. */
function frontMatterOf(source: string): { text: string; start: number; end: number } | undefined {
  const start = '---\n'.length;
  const end = source.indexOf('\n---', start - 1) + 1;
  if (!source.startsWith('---\n') || end === 0) return undefined;
  return { text: source.slice(start, end), start, end };
}
