import { mdxToMdast, type MdastNode } from 'satteri';
import { features } from '../render/features.ts';
import { nodesOf } from '../tree.ts';
import type { Violation } from './violations.ts';

/**
 * Maximum number of tags after a brace outside of code. Within an expression, each open tag doubles the time of the
 * parser; 12 take less than a millisecond, 28 take minutes (measured with satteri 0.10.5).
 */
const MAX_TAGS = 12;

const TAG = /<[\p{L}_$>/]/gu;

/** Reports a brace that would begin an expression with more tags than the parser can handle. */
export function nestedExpressionViolations(text: string): Violation[] {
  const first = text.indexOf('{');
  if (first < 0 || countTags(text.slice(first)) <= MAX_TAGS) return [];
  const brace = braceOutsideOfCode(text);
  if (brace < 0 || countTags(text.slice(brace)) <= MAX_TAGS) return [];
  return [
    {
      line: text.slice(0, brace).split('\n').length,
      found: 'a brace before many tags',
      expected: 'no expressions; put braces in backticks or write \\{',
    },
  ];
}

const countTags = (text: string) => text.match(TAG)?.length ?? 0;

/**
 * Returns the index of the first brace outside of code, or -1. Up to there, the text without braces has the same code as
 * with them, and can be parsed in linear time.
 */
function braceOutsideOfCode(text: string): number {
  const withoutBraces = text.replace(/[{}]/g, '(');
  let root: MdastNode;
  try {
    root = mdxToMdast(withoutBraces, { features });
  } catch {
    return text.indexOf('{');
  }
  let rest = text;
  for (const { node } of nodesOf(root)) {
    if (node.type !== 'code' && node.type !== 'inlineCode') continue;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const length = end.offset - start.offset;
    rest = rest.slice(0, start.offset) + ' '.repeat(length) + rest.slice(end.offset);
  }
  return rest.search(/(?<!\\)(?:\\\\)*\{/);
}
