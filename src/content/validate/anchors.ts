import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import type { Violation } from './validate-article.ts';
import { lineOf, proseOf } from '../tree.ts';

/** The ids of the pages themselves: a heading with one of them would take its links, its label or its script. */
export const pageAnchors: ReadonlySet<string> = new Set([
  'audit-title',
  'audited',
  'by-python',
  'by-release',
  'caching',
  'chip',
  'contents-title',
  'diagnosis-title',
  'elsewhere',
  'facets',
  'facts-title',
  'finding',
  'gap-environment',
  'gap-message',
  'main',
  'matrix-title',
  'newest-title',
  'promises',
  'quick-box',
  'quick-result',
  'quick-search',
  'related-title',
  'result',
  'scanner',
  'start',
]);

/** A heading with the anchor that the page gives it. */
export interface Anchor {
  name: string;
  line: number;
}

/**
 * The anchors of a text, as the page makes them: a section's own for its heading of level 2,
 * else the heading's words as GitHub writes them.
 */
export function anchorsOf(headings: readonly Extract<MdastNode, { type: 'heading' }>[]): Anchor[] {
  const slugger = new Slugger();
  return headings.map((heading) => {
    const words = proseOf(heading);
    const section = heading.depth === 2 ? sectionOf(words) : undefined;
    return { name: section ?? slugger.slug(words), line: lineOf(heading) };
  });
}

/** Headings that one could not link to, or that would take the link of something else. */
export function anchorViolations(anchors: readonly Anchor[]): Violation[] {
  const taken = new Set<string>();
  return anchors.flatMap(({ name, line }) => {
    if (!/\p{L}|\p{N}/u.test(name)) {
      return [{ line, found: 'a heading without letters', allowed: 'words' }];
    }
    if (pageAnchors.has(name) || taken.has(name)) {
      const found = `the heading #${name} ${taken.has(name) ? 'a second time' : ''}`.trim();
      return [{ line, found, allowed: 'words that no other heading of the page has' }];
    }
    taken.add(name);
    return [];
  });
}
