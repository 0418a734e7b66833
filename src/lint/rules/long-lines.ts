import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/read-library.ts';
import { lineOf } from '../../content/tree.ts';
import { advice, type Remark } from '../remark.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** So many columns a page of a common width shows without scrolling. */
const COLUMNS = 100;

/** What machines print is as long as it is. */
const PRINTED: ReadonlySet<string> = new Set(['message', 'text', 'diff']);

const COMMAND = /^(?:\$|>|PS [^>]*>|[A-Z]:\\[^>]*>|In \[\d+\]:) /;

/** Lines of code and commands that a reader has to scroll. */
export function longLineRemarks(
  { file, bodyLine }: ArticleText,
  nodes: readonly MdastNode[],
): Remark[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code' || PRINTED.has(node.lang ?? 'text')) return [];
    return node.value.split('\n').flatMap((line, index) => {
      const width = line.replaceAll('\t', '    ').length;
      if (width <= COLUMNS || (node.lang === 'console' && !COMMAND.test(line))) return [];
      return [
        advice({
          file,
          line: bodyLine + lineOf(node) + index,
          rule: 'long-lines',
          found: `${width} columns: ${truncate(line.trim(), 50)}`,
          wanted: `at most ${COLUMNS}; what is longer scrolls`,
        }),
      ];
    });
  });
}
