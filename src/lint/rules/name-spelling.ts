import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/library-model.ts';
import { sourceOf } from '../../content/tree.ts';
import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import { advice, type LintMessage } from '../lint-message.ts';
import { findMisspelledNames } from '../name-table.ts';
import { columnAt, lineAt } from '../positions.ts';

/**
 * Reports misspelled names in prose: `Github`, `MacOS`. Ignores code, addresses and the titles of other articles, which
 * quote output.
 *
 * @param source the whole file, which ends with the text
 */
export function checkNameSpelling(
  { file, body }: ArticleText,
  nodes: readonly MdastNode[],
  source: string,
): LintMessage[] {
  const bodyStart = source.length - body.length;
  let articleLinkEnd = 0;
  return nodes.flatMap((node) => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'link' && ARTICLE_LINK.test(node.url)) {
      articleLinkEnd = node.position?.end.offset ?? 0;
    }
    if (node.type !== 'text' || start < articleLinkEnd) return [];
    // An entity or escape in the text shifts its offsets.
    if (sourceOf(node, body) !== node.value) return [];
    return findMisspelledNames(node.value).map(({ index, found, wanted }) => {
      const offset = bodyStart + start + index;
      return advice({
        file,
        line: lineAt(source, offset),
        column: columnAt(source, offset),
        rule: 'terms',
        found: `"${found}"`,
        wanted: `"${wanted}", or \`${found}\` if it is code`,
        edit: { start: offset, end: offset + found.length, text: wanted },
      });
    });
  });
}
