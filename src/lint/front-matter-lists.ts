import { isScalar, isSeq, parseDocument, type Scalar, type YAMLSeq } from 'yaml';
import type { Edit } from './remark.ts';

/** A list that fits is written on one line. */
const COLUMNS = 88;

/** A list of plain words in the front matter of an article. */
export interface WordList {
  words: string[];
  start: number;
  end: number;
}

/**
 * The lists of some fields as they are written; without those that are absent or hold something else than words on
 * their own (a comment, a mapping), which no program should rewrite.
 *
 * @param source a whole article
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

/** What writes a list of words into a field, or adds the field; `undefined` where a program should not. */
export function listEdit(
  source: string,
  field: string,
  words: readonly string[],
): Edit | undefined {
  const sorted = [...new Set(words)].sort();
  const list = listsIn(source, [field]).get(field);
  if (list) {
    const isBlock = !source.startsWith('[', list.start);
    // The words begin on the line of the field, or below it where they do not fit.
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

/** The front matter of a source: its text, and where it begins and ends. */
function yamlOf(source: string): { text: string; start: number; end: number } | undefined {
  const start = 4;
  const end = source.indexOf('\n---', start - 1) + 1;
  if (!source.startsWith('---\n') || end === 0) return undefined;
  return { text: source.slice(start, end), start, end };
}
