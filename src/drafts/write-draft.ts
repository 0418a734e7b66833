import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import { formatArticle, sectionMaterial, type SectionMaterial } from './article-text.ts';
import { unsureFields, valuesOf, type DraftFacts } from './draft-facts.ts';
import type { Extracted } from './extract-facts.ts';
import { formatFrontMatter, type Assigned } from './format-front-matter.ts';
import { freeSlug, slugOf } from './slug.ts';

/** A draft as a file and as values. */
export interface WrittenDraft {
  /** The whole of `en.mdx`. */
  text: string;
  /** Front matter. */
  facts: Record<string, unknown>;
  /** Fields that the writer has to check. */
  unsure: string[];
  sections: SectionMaterial;
}

/** Formats a draft. */
export function writeDraft({ facts, code }: Extracted, assigned: Assigned): WrittenDraft {
  const { id, today } = assigned;
  const sections = sectionMaterial(code);
  const matter = formatFrontMatter(facts, assigned);
  return {
    text: `---\n${matter}---\n\n${formatArticle(sections, facts)}`,
    facts: { id, ...valuesOf(facts), published: today, updated: today, aliases: [] },
    unsure: unsureFields(facts),
    sections,
  };
}

/** Returns a free slug made of the project and the title. */
export function proposeSlug(facts: DraftFacts, taken: ReadonlySet<string>): string {
  const title = facts.title.value.startsWith(DRAFT_MARK) ? '' : facts.title.value;
  const spare = [facts.signatures[0]?.value ?? '', facts.symptom.value];
  return freeSlug(slugOf(facts.project.value, title, spare), taken);
}
