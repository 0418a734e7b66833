import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { features } from './render/features.ts';

/** The tree of a text that the gate has passed, as it is rendered: as MDX where it has components, else as Markdown. */
export function treeOf({
  body,
  hasComponents,
}: {
  body: string;
  hasComponents: boolean;
}): MdastNode {
  return hasComponents ? mdxToMdast(body, { features }) : markdownToMdast(body, { features });
}

/** A node and every node below it, in the order of the text, with how deep it stands. Of any depth. */
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

/** Line of the text (1-based) on which a node begins. */
export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** The text of a node as it is read, code spans included. */
export function proseOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  return node.children.map((child) => proseOf(child as MdastNode)).join('');
}

/** How a node is written in its text. */
export function sourceOf({ position }: MdastNode, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset);
}
