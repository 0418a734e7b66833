import { sections } from '../domain/facts/sections.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Section of an article. */
export const SIMILAR_ERRORS = 'look-alikes';

/** The section after the one about similar errors. */
const NEXT_SECTION = 'upstream';

/** The HTML of an article, divided where its list of similar errors ends. */
export interface DividedText {
  before: string;
  after: string;
  /** True if the text has a section about similar errors. */
  hasSection: boolean;
  /** Slugs of the related articles that the section does not link. */
  unlinked: string[];
}

/**
 * Divides the HTML of an article at the end of its section about similar errors; without such a section, where it would be.
 *
 * @param related slugs
 */
export function divideAtSimilarErrors(html: string, related: readonly string[]): DividedText {
  const start = html.indexOf(`<h2 id="${SIMILAR_ERRORS}"`);
  const hasSection = start !== -1;
  const next = html.indexOf(hasSection ? '<h2 ' : `<h2 id="${NEXT_SECTION}"`, start + 1);
  const end = next === -1 ? html.length : next;
  const section = hasSection ? html.slice(start, end) : '';
  return {
    before: html.slice(0, end),
    after: html.slice(end),
    hasSection,
    unlinked: related.filter((slug) => !section.includes(`/${slug}/`)),
  };
}

interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** Adds the heading of the section about similar errors, for a text without one. */
export function withSimilarErrors(headings: readonly Heading[], locale: Locale): Heading[] {
  if (headings.some(({ slug }) => slug === SIMILAR_ERRORS)) return [...headings];
  const next = headings.findIndex(({ slug }) => slug === NEXT_SECTION);
  const heading = { depth: 2, slug: SIMILAR_ERRORS, text: sections[SIMILAR_ERRORS][locale] };
  return headings.toSpliced(next === -1 ? headings.length : next, 0, heading);
}
