import { markdownToMdast, type MdastNode } from 'satteri';
import { features } from '../render/features.ts';
import type { Violation } from './validate-article.ts';
import { lineOf, nodesOf, sourceOf } from '../tree.ts';

/**
 * Rejects text that Markdown and MDX parse differently. Text without components is checked as MDX but rendered as Markdown,
 * where four spaces open a code block and `<` may open HTML; equal trees guarantee that what was checked is rendered.
 */
export function markdownViolations(text: string, mdx: MdastNode): Violation[] {
  const markdown = markdownToMdast(text, { features });
  const refusals = [...nodesOf(markdown)].flatMap(({ node }) => refuse(node, text));
  if (refusals.length > 0) return refusals;
  const line = firstDifference(partsOf(mdx), partsOf(markdown));
  if (line === undefined) return [];
  const found = 'text that Markdown and MDX parse differently';
  return [{ line, found, allowed: 'blocks with the indentation of the block around them' }];
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
  return [{ line, found: 'an indented code block', allowed: 'code between ``` and ```' }];
}

interface Part {
  /** Type and fields of a node, without its children. */
  content: string;
  line: number;
}

/** Flattens a tree, with depths; adjacent text nodes are joined. */
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
