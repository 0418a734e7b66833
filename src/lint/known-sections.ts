import type { ArticleText } from '../content/read/library-model.ts';
import { sections, type SectionId } from '../domain/facts/sections.ts';

const ORDER = Object.keys(sections) as SectionId[];

/** Lists the known sections of a text in its order. */
export function sectionsOf({ anchors }: ArticleText): SectionId[] {
  return anchors.filter((anchor): anchor is SectionId => Object.hasOwn(sections, anchor));
}

/** Compares sections by their order in an article. */
export function compareSections(a: SectionId, b: SectionId): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
