import { markdownToMdast, type MdastNode } from 'satteri';
import { features } from '../render/features.ts';
import { lineOf, nodesOf, sourceOf } from '../tree.ts';
import type { Violation } from './violations.ts';

/** Opening of a fenced code block. */
const FENCE = /^(?:`{3}|~{3})/;

/**
 * Reports text that Markdown and MDX parse differently. An article without components is validated as MDX and rendered
 * as Markdown, where four spaces start a code block and `<` may start HTML. Requiring equal trees makes sure that what
 * was validated is what is rendered.
 *
 * @param mdx the tree of `text` parsed as MDX
 */
export function markdownParityViolations(text: string, mdx: MdastNode): Violation[] {
  const markdown = markdownToMdast(text, { features });
  const violations = [...nodesOf(markdown)].flatMap(({ node }) =>
    markdownOnlyViolation(node, text),
  );
  if (violations.length > 0) return violations;
  const line = firstDifference(flatten(mdx), flatten(markdown));
  if (line === undefined) return [];
  const found = 'text that Markdown and MDX parse differently';
  return [{ line, found, expected: 'blocks with the indentation of the block around them' }];
}

function markdownOnlyViolation(node: MdastNode, text: string): Violation[] {
  const line = lineOf(node);
  if (node.type === 'html') {
    return [
      { line, found: `HTML ${JSON.stringify(node.value.slice(0, 60))}`, expected: 'Markdown' },
    ];
  }
  if (node.type !== 'code' || node.lang || FENCE.test(sourceOf(node, text))) return [];
  return [{ line, found: 'an indented code block', expected: 'code between ``` and ```' }];
}

/** A node without its children and position, serialized for comparison. */
interface FlatNode {
  content: string;
  line: number;
}

/** Lists the nodes of a tree with their depths. Adjacent text nodes are joined: the parsers split text differently. */
function flatten(root: MdastNode): FlatNode[] {
  const flat: FlatNode[] = [];
  let text: { value: string; depth: number; line: number } | undefined;
  const flushText = () => {
    if (text) flat.push({ content: `${text.depth} ${text.value}`, line: text.line });
    text = undefined;
  };
  for (const { node, depth } of nodesOf(root)) {
    if (node.type === 'text') {
      text = { value: (text?.value ?? '') + node.value, depth, line: text?.line ?? lineOf(node) };
      continue;
    }
    flushText();
    const content = JSON.stringify({
      ...node,
      position: undefined,
      children: undefined,
      data: undefined,
    });
    flat.push({ content: `${depth} ${content}`, line: lineOf(node) });
  }
  flushText();
  return flat;
}

/** Returns the 1-based line of the first node that differs, `undefined` for equal trees. */
function firstDifference(a: readonly FlatNode[], b: readonly FlatNode[]): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a[index]?.content !== b[index]?.content) return (b[index] ?? a[index])?.line;
  }
  return undefined;
}
