import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { sectionOf, type SectionId } from '../domain/facts/sections.ts';
import { features } from './render/features.ts';

/** Language of code blocks with the output of a failing program. */
export const MESSAGE = 'message';

/** Parses a validated text the way it is rendered: as MDX if it has components, as Markdown otherwise. */
export function treeOf(text: { body: string; hasComponents: boolean }): MdastNode {
  return (text.hasComponents ? mdxToMdast : markdownToMdast)(text.body, { features });
}

/** Yields a node and its descendants in document order, with depths (0 for `root`). Iterative: trees can be deep. */
export function* nodesOf(root: MdastNode): Generator<{ node: MdastNode; depth: number }> {
  const stack = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    const children = 'children' in next.node ? next.node.children : [];
    for (const child of children.toReversed()) {
      stack.push({ node: child as MdastNode, depth: next.depth + 1 });
    }
  }
}

/** A paragraph, list, code block or other block of a text that is not a heading. */
export interface SectionBlock {
  block: MdastNode;
  /** `undefined` before the first section. */
  section: SectionId | undefined;
}

/** Yields the blocks of a text with their sections. */
export function* sectionBlocks(root: MdastNode): Generator<SectionBlock> {
  let section: SectionId | undefined;
  for (const child of 'children' in root ? root.children : []) {
    const block = child as MdastNode;
    if (block.type === 'heading') section = sectionOf(proseOf(block)) ?? section;
    else yield { block, section };
  }
}

/** Returns the 1-based line of the text on which a node begins. */
export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** Returns the plain text of a node, code spans included. */
export function proseOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  return node.children.map((child) => proseOf(child as MdastNode)).join('');
}

/** Returns the source of a node. */
export function sourceOf({ position }: MdastNode, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset);
}
