import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import type { DraftFacts, Given } from './facts/draft-facts.ts';
import { readFacts, unsureFields, valuesOf, withGiven } from './facts/draft-facts.ts';
import { draftText } from './draft-text.ts';
import { frontMatterText } from './front-matter-text.ts';
import { materialOf, type Material } from './material.ts';
import { notesOf } from './notes.ts';
import type { Names } from './versions/known-project.ts';
import { readSourceText, type Reading } from './reading/reading.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { Source } from './source/source.ts';

/** Front matter may have 20,000 signs. */
const MATTER_LENGTH = 19_000;
const NOTES_LENGTH = 12_000;

/** A draft before it is written down: what was read, with what the writer has given since. */
export interface Draft {
  facts: DraftFacts;
  material: Material;
  reading: Reading;
  /** Lines of `SOURCE.md`; none where nothing was read. */
  sourceLines: readonly string[];
}

/** Reads a source into a draft; without one every fact is a placeholder. */
export function draftOf(source: Source | undefined, names: Names, given: Given): Draft {
  const reading = readSourceText(source ?? { kind: 'text', lines: [] });
  return {
    facts: withGiven(readFacts(reading, names, given.project), given),
    material: materialOf(reading),
    reading,
    sourceLines: source?.lines ?? [],
  };
}

/** The slug that a draft would get of itself: free, whatever else there is. */
export function proposedSlug({ facts }: Draft, taken: ReadonlySet<string>): string {
  const spare = [facts.signatures[0]?.value ?? '', facts.symptom.value];
  const isOwn = !facts.title.value.startsWith(DRAFT_MARK);
  return freeSlug(slugOf(facts.project.value, isOwn ? facts.title.value : '', spare), taken);
}

/** What a draft says, for programs and for the file. */
export interface Written {
  /** The whole of `en.mdx`. */
  text: string;
  /** Front matter as values. */
  facts: Record<string, unknown>;
  /** Fields that the writer has to look at. */
  unsure: string[];
}

/**
 * Writes a draft down.
 *
 * @param today day of the draft, `2026-11-21`
 */
export function writeDraft(
  { facts, material, reading }: Draft,
  id: string,
  today: string,
): Written {
  const matter = frontMatterText(facts, { id, today });
  const room = Math.min(NOTES_LENGTH, MATTER_LENGTH - matter.length);
  const notes = notesOf(reading, room).map((line) => `${line}\n`);
  return {
    text: `---\n${matter}${notes.join('')}---\n\n${draftText(material, facts)}`,
    facts: { id, ...valuesOf(facts), published: today, updated: today, aliases: [] },
    unsure: unsureFields(facts),
  };
}
