import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { features } from './render/features.ts';

/** Parses a checked text the way it is rendered: as MDX if it has components, otherwise as Markdown. */
export function treeOf({
  body,
  hasComponents,
}: {
  body: string;
  hasComponents: boolean;
}): MdastNode {
  return hasComponents ? mdxToMdast(body, { features }) : markdownToMdast(body, { features });
}

/** Yields a node and all its descendants in document order, with their depth. Iterative, so any depth is safe. */
export function* nodesOf(root: MdastNode): Generator<{ node: MdastNode; depth: number }> {
  const waiting = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    const children = 'children' in next.node ? next.node.children : [];
    for (const child of children.toReversed()) {
      waiting.push({ node: child as MdastNode, depth: next.depth + 1 });
    }
  }
}

/** Returns the line of the text (1-based) on which a node begins. */
export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** Returns the plain text of a node, including code spans. */
export function proseOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  return node.children.map((child) => proseOf(child as MdastNode)).join('');
}

/** Returns the source text of a node. */
export function sourceOf({ position }: MdastNode, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset);
}
