import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import { lineOf, proseOf } from '../tree.ts';
import type { Violation } from './violations.ts';

/** Ids in the page's own markup. A heading with the same id would break its links, labels and scripts. */
export const pageIds: ReadonlySet<string> = new Set([
  'audit-plan-title',
  'audit-problem',
  'audit-row',
  'audit-title',
  'box',
  'by-project',
  'by-symptom',
  'caching',
  'chip',
  'compatibility',
  'contents-title',
  'error-environment',
  'error-message',
  'facets',
  'facts-title',
  'finding',
  'fix-title',
  'install-command',
  'lookup-name',
  'main',
  'matrix-title',
  'newest-title',
  'other-finding',
  'others-title',
  'projects-title',
  'promises',
  'quick-box',
  'quick-result',
  'quick-search',
  'result',
  'samples',
  'scanner',
  'site-menu',
  'start',
  'upgrade-command',
  'upgrade-row',
]);

/** A heading's anchor, as the page renders it. */
export interface Anchor {
  name: string;
  /** 1-based line of the text. */
  line: number;
}

/**
 * Lists the anchors that the page gives to headings: the section id for a known section of level 2, GitHub's slug of
 * the heading otherwise.
 */
export function anchorsOf(headings: readonly Extract<MdastNode, { type: 'heading' }>[]): Anchor[] {
  const slugger = new Slugger();
  return headings.map((heading) => {
    const text = proseOf(heading);
    const section = heading.depth === 2 ? sectionOf(text) : undefined;
    return { name: section ?? slugger.slug(text), line: lineOf(heading) };
  });
}

/** Reports headings without a usable anchor, and anchors that are taken by the page or by an earlier heading. */
export function anchorViolations(anchors: readonly Anchor[]): Violation[] {
  const taken = new Set<string>();
  return anchors.flatMap(({ name, line }) => {
    if (!/\p{L}|\p{N}/u.test(name)) {
      return [
        { line, found: 'a heading without letters', expected: 'a heading with letters or digits' },
      ];
    }
    if (pageIds.has(name) || taken.has(name)) {
      const found = `the heading #${name} ${taken.has(name) ? 'twice' : ''}`.trim();
      return [{ line, found, expected: 'a heading that the page does not have yet' }];
    }
    taken.add(name);
    return [];
  });
}
