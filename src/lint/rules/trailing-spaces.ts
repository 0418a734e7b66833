import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/library-model.ts';
import { advice, type LintMessage } from '../lint-message.ts';
import { lineAt } from '../positions.ts';

/**
 * Reports spaces at the ends of lines, except in code and where two spaces break a line.
 *
 * @param source the whole file, which ends with the text
 */
export function checkTrailingSpaces(
  { file, body }: ArticleText,
  nodes: readonly MdastNode[],
  source: string,
): LintMessage[] {
  const bodyStart = source.length - body.length;
  const significant = significantRanges(nodes);
  return [...source.matchAll(/(?<=\S)[ \t]+$|^[ \t]+$/gm)].flatMap(({ index, 0: spaces }) => {
    const offset = index - bodyStart;
    if (significant.some(([start, end]) => offset >= start && offset < end)) return [];
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

/** Lists the ranges of the text in which spaces have a meaning: code and line breaks. */
function significantRanges(nodes: readonly MdastNode[]): [start: number, end: number][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode' && node.type !== 'break') return [];
    const { start, end } = node.position ?? {};
    return [[start?.offset ?? 0, end?.offset ?? 0]];
  });
}
