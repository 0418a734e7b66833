import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/read-library.ts';
import { lineAt } from '../positions.ts';
import { advice, type Remark } from '../remark.ts';

/**
 * Reports trailing spaces, which are invisible but show up in diffs. Code is not checked, nor are two spaces that break a
 * line of a paragraph.
 */
export function spaceRemarks(
  { file, body }: ArticleText,
  nodes: readonly MdastNode[],
  source: string,
): Remark[] {
  const start = source.length - body.length;
  const kept = keptRanges(nodes).map(([from, to]) => [start + from, start + to] as const);
  return [...source.matchAll(/(?<=\S)[ \t]+$|^[ \t]+$/gm)].flatMap(({ index, 0: spaces }) => {
    if (kept.some(([from, to]) => index >= from && index < to)) return [];
    return [
      advice({
        file,
        line: lineAt(source, index),
        rule: 'spaces',
        found: `${spaces.length} space${spaces.length === 1 ? '' : 's'} at the end of the line`,
        wanted: 'none',
        edit: { start: index, end: index + spaces.length, text: '' },
      }),
    ];
  });
}

/** Returns the ranges in which spaces are significant: code and hard line breaks. */
function keptRanges(nodes: readonly MdastNode[]): [number, number][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode' && node.type !== 'break') return [];
    const { start, end } = node.position ?? {};
    return [[start?.offset ?? 0, end?.offset ?? 0]];
  });
}
