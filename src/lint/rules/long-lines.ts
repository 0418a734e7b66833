import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/read-library.ts';
import { lineOf } from '../../content/tree.ts';
import { advice, type Remark } from '../remark.ts';

/** Maximum width of a line of code, in columns: what a page shows on a common screen without scrolling. */
const COLUMNS = 100;

/** Languages of output, whose lines cannot be wrapped. */
const PRINTED: ReadonlySet<string> = new Set(['message', 'text', 'diff']);

const COMMAND = /^(?:\$|>|PS [^>]*>|[A-Z]:\\[^>]*>|In \[\d+\]:) /;

/** Reports lines of code and commands that readers have to scroll. */
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
          found: `${width} columns: ${line.trim().slice(0, 50)}...`,
          wanted: `at most ${COLUMNS}; longer lines scroll`,
        }),
      ];
    });
  });
}
