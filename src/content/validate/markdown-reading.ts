import { markdownToMdast, type MdastNode } from 'satteri';
import { features } from '../render/features.ts';
import type { Violation } from './validate-article.ts';
import { lineOf, nodesOf, sourceOf } from '../tree.ts';

/**
 * A text without components is checked as MDX and rendered as Markdown, where four spaces open a code block and `<`
 * may open HTML. Unless both readings are the same, node by node, the text is refused: what was checked is what is
 * rendered.
 */
export function markdownViolations(text: string, mdx: MdastNode): Violation[] {
  const markdown = markdownToMdast(text, { features });
  const refusals = [...nodesOf(markdown)].flatMap(({ node }) => refuse(node, text));
  if (refusals.length > 0) return refusals;
  const line = firstDifference(partsOf(mdx), partsOf(markdown));
  if (line === undefined) return [];
  const found = 'text that Markdown and MDX read in two ways';
  return [{ line, found, allowed: 'blocks that begin where the block around them does' }];
}

const FENCE = /^(?:`{3}|~{3})/;

function refuse(node: MdastNode, text: string): Violation[] {
  const line = lineOf(node);
  if (node.type === 'html') {
    return [
      { line, found: `HTML ${JSON.stringify(node.value.slice(0, 60))}`, allowed: 'Markdown' },
    ];
  }
  if (node.type !== 'code' || node.lang || FENCE.test(sourceOf(node, text))) return [];
  return [{ line, found: 'code by indentation', allowed: 'code between ``` and ```' }];
}

interface Part {
  /** All that a node says without its children. */
  content: string;
  line: number;
}

/** A tree as a list, with its depths; text that is cut into several nodes counts as one. */
function partsOf(root: MdastNode): Part[] {
  const parts: Part[] = [];
  let text: { value: string; depth: number; line: number } | undefined;
  const endText = () => {
    if (text) parts.push({ content: `${text.depth} ${text.value}`, line: text.line });
    text = undefined;
  };
  for (const { node, depth } of nodesOf(root)) {
    if (node.type === 'text') {
      text = { value: (text?.value ?? '') + node.value, depth, line: text?.line ?? lineOf(node) };
      continue;
    }
    endText();
    const { position: _, children: __, data: ___, ...content } = node as MdastNode & Children;
    parts.push({ content: `${depth} ${JSON.stringify(content)}`, line: lineOf(node) });
  }
  endText();
  return parts;
}

interface Children {
  children?: unknown;
  data?: unknown;
}

function firstDifference(a: readonly Part[], b: readonly Part[]): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a[at]?.content !== b[at]?.content) return (b[at] ?? a[at])?.line;
  }
  return undefined;
}
