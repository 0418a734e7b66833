import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import type { Violation } from './validate-article.ts';
import { lineOf, proseOf } from '../tree.ts';

/** Ids that the pages use themselves; a heading with the same id would break links, labels and scripts. */
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

/** Anchor of a heading and its line (1-based). */
export interface Anchor {
  name: string;
  line: number;
}

/**
 * Returns the anchors of a text as the page generates them: the id of a known section for its heading, otherwise the
 * slug that GitHub would generate.
 */
export function anchorsOf(headings: readonly Extract<MdastNode, { type: 'heading' }>[]): Anchor[] {
  const slugger = new Slugger();
  return headings.map((heading) => {
    const words = proseOf(heading);
    const section = heading.depth === 2 ? sectionOf(words) : undefined;
    return { name: section ?? slugger.slug(words), line: lineOf(heading) };
  });
}

/** Reports headings without a usable anchor and headings whose anchor is already taken. */
export function anchorViolations(anchors: readonly Anchor[]): Violation[] {
  const taken = new Set<string>();
  return anchors.flatMap(({ name, line }) => {
    if (!/\p{L}|\p{N}/u.test(name)) {
      return [
        { line, found: 'a heading without letters', allowed: 'a heading with letters or digits' },
      ];
    }
    if (pageAnchors.has(name) || taken.has(name)) {
      const found = `the heading #${name} ${taken.has(name) ? 'twice' : ''}`.trim();
      return [{ line, found, allowed: 'a heading that the page does not have yet' }];
    }
    taken.add(name);
    return [];
  });
}
