import type { MdastNode } from 'satteri';
import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import type { ArticleText } from '../../content/read/read-library.ts';
import { sourceOf } from '../../content/tree.ts';
import { columnAt, lineAt } from '../positions.ts';
import { advice, type Remark } from '../remark.ts';
import { wrongTerms } from '../terms.ts';

/** Reports nonstandard spellings of names in prose. Code and addresses are not checked. */
export function termRemarks(
  { file, body }: ArticleText,
  nodes: readonly MdastNode[],
  source: string,
): Remark[] {
  const start = source.length - body.length;
  let quotedUntil = 0;
  return nodes.flatMap((node) => {
    const from = node.position?.start.offset ?? 0;
    // The title of another article quotes program output.
    if (node.type === 'link' && ARTICLE_LINK.test(node.url)) {
      quotedUntil = node.position?.end.offset ?? 0;
    }
    // Entities and escapes shift offsets between the text and its source.
    if (node.type !== 'text' || from < quotedUntil || sourceOf(node, body) !== node.value)
      return [];
    const offset = start + from;
    return wrongTerms(node.value).map(({ index, found, wanted }) => {
      const at = offset + index;
      return advice({
        file,
        line: lineAt(source, at),
        column: columnAt(source, at),
        rule: 'terms',
        found: `"${found}"`,
        wanted: `"${wanted}", or \`${found}\` if it is code`,
        edit: { start: at, end: at + found.length, text: wanted },
      });
    });
  });
}
