import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/library-model.ts';
import { lineOf } from '../../content/tree.ts';
import { truncate } from '../../domain/text/truncate.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/** Columns that fit on an article page in a desktop browser; longer lines scroll. */
const MAX_COLUMNS = 100;

/** Languages of code blocks with output, which is quoted as printed. */
const OUTPUT_LANGUAGES: ReadonlySet<string> = new Set(['message', 'text', 'diff']);

/** A line of a console session that the user types: `$`, PowerShell, cmd or IPython. */
const COMMAND = /^(?:\$|>|PS [^>]*>|[A-Z]:\\[^>]*>|In \[\d+\]:) /;

/** Reports lines of code and commands that are too long for the page. */
export function checkLongLines(
  { file, bodyLine }: ArticleText,
  nodes: readonly MdastNode[],
): LintMessage[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code' || OUTPUT_LANGUAGES.has(node.lang ?? 'text')) return [];
    return node.value.split('\n').flatMap((line, index) => {
      const width = line.replaceAll('\t', '    ').length;
      if (width <= MAX_COLUMNS || (node.lang === 'console' && !COMMAND.test(line))) return [];
      return [
        advice({
          file,
          line: bodyLine + lineOf(node) + index,
          rule: 'long-lines',
          found: `${width} columns: ${truncate(line.trim(), 50)}`,
          wanted: `at most ${MAX_COLUMNS}; longer lines scroll`,
        }),
      ];
    });
  });
}
