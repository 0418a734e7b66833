import type { IndexedLookup } from './diagnosis-index.ts';
import type { AffectedRange } from '../../domain/facts/affected-schema.ts';
import type { Signature } from '../../domain/facts/signature.ts';
import type { Build, Platform, Symptom } from '../../domain/vocabulary.ts';

/** Facts of an article that the index needs. */
export type IndexedFacts = Pick<
  IndexEntry,
  | 'id'
  | 'slug'
  | 'platforms'
  | 'python'
  | 'builds'
  | 'affected'
  | 'signatures'
  | 'lookup'
  | 'general'
>;

/** Input of the index and the search for one article: its facts, and its text without markup. */
export interface IndexEntry {
  id: string;
  slug: string;
  project: string;
  component?: string;
  title: string;
  summary?: string;
  /** Text of the fix. */
  fix?: string;
  /** Title and summary in English, if the entry is a translation. */
  english?: { title: string; summary: string };
  symptom: Symptom;
  platforms: readonly Platform[];
  /** PEP 440 specifier set. */
  python: string;
  builds: readonly Build[];
  affected: readonly AffectedRange[];
  /** Earlier slugs. */
  aliases?: readonly string[];
  /** Packages whose users run into the fault. */
  seenIn?: readonly string[];
  /** Lines that the software prints, with a `<placeholder>` for each variable part. */
  signatures: readonly Signature[];
  /** The table that answers the fault for many names. */
  lookup?: IndexedLookup | undefined;
  /** True if many faults print the lines, see `IndexedArticle`. */
  general?: boolean | undefined;
  /** Complete blocks of real output. */
  messages: readonly string[];
  /** Code blocks and code spans: identifiers, options, file names. */
  code?: string;
  /** The body as plain text, without the section *Similar errors*. */
  text: string;
  /** The section *Similar errors*, as plain text. */
  lookAlikes?: string;
}
