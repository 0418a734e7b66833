import { isScalar, isSeq, parseDocument, type Scalar, type YAMLSeq } from 'yaml';
import type { Edit } from './remark.ts';

/** Maximum width of a list on one line, in columns. */
const COLUMNS = 88;

/** A list of strings in the front matter of an article, with its offsets in the source. */
export interface WordList {
  words: string[];
  start: number;
  end: number;
}

/**
 * Reads the lists of the given fields. Leaves out lists that are absent or contain comments or anything but strings:
 * rewriting those could lose something.
 *
 * @param source whole article
 */
export function listsIn(source: string, fields: readonly string[]): Map<string, WordList> {
  const lists = new Map<string, WordList>();
  const yaml = yamlOf(source);
  if (!yaml) return lists;
  const document = parseDocument(yaml.text, { schema: 'core', prettyErrors: false });
  if (document.errors.length > 0) return lists;
  for (const field of fields) {
    const list = document.get(field, true);
    if (!isSeq(list) || !list.range || hasComment(list)) continue;
    const words = list.items.map((item) => (isScalar(item) ? (item as Scalar).value : undefined));
    if (!words.every((word) => typeof word === 'string')) continue;
    const [start, end] = list.range;
    lists.set(field, { words, start: yaml.start + start, end: yaml.start + end });
  }
  return lists;
}

/** Returns the edit that writes a list into a field or adds the field; `undefined` if a rewrite could lose something. */
export function listEdit(
  source: string,
  field: string,
  words: readonly string[],
): Edit | undefined {
  const sorted = [...new Set(words)].sort();
  const list = listsIn(source, [field]).get(field);
  if (list) {
    const isBlock = !source.startsWith('[', list.start);
    // The list begins on the line of the field, or below it if it does not fit.
    const start = source.lastIndexOf(':', list.start) + 1;
    const end = isBlock ? source.slice(0, list.end).trimEnd().length : list.end;
    return { start, end, text: written(field, sorted) };
  }
  const yaml = yamlOf(source);
  if (!yaml || new RegExp(`^${field}:`, 'm').test(yaml.text)) return undefined;
  return { start: yaml.end, end: yaml.end, text: `${field}:${written(field, sorted)}\n` };
}

function written(field: string, words: readonly string[]): string {
  const short = ` [${words.join(', ')}]`;
  if (field.length + 1 + short.length <= COLUMNS) return short;
  return `\n  [\n${words.map((word) => `    ${word},\n`).join('')}  ]`;
}

function hasComment(list: YAMLSeq): boolean {
  return [list, ...list.items].some((node) => {
    const { comment, commentBefore } = node as Scalar;
    return Boolean(comment || commentBefore);
  });
}

/** Returns the front matter of an article with its offsets; `undefined` if there is none. */
function yamlOf(source: string): { text: string; start: number; end: number } | undefined {
  const start = 4;
  const end = source.indexOf('\n---', start - 1) + 1;
  if (!source.startsWith('---\n') || end === 0) return undefined;
  return { text: source.slice(start, end), start, end };
}
