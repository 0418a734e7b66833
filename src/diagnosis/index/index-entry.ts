import type { AffectedRange } from '../../domain/facts/facts.ts';
import type { Build, Platform, Symptom } from '../../domain/vocabulary.ts';

/** What one article gives the engine: its facts and its words, as plain text. */
export interface IndexEntry {
  id: string;
  slug: string;
  project: string;
  component?: string;
  title: string;
  summary?: string;
  symptom: Symptom;
  platforms: readonly Platform[];
  /** PEP 440 specifier set. */
  python: string;
  builds: readonly Build[];
  affected: readonly AffectedRange[];
  /** Packages in which readers meet the fault. */
  seenIn?: readonly string[];
  /** Lines the software prints, variable parts as `<placeholder>`. */
  signatures: readonly string[];
  /** Whole blocks of real output. */
  messages: readonly string[];
  /** Text of the code blocks and code spans: identifiers, options, file names. */
  code?: string;
  /** The body as plain text, without the section *Similar errors*. */
  text: string;
  /** What the article says of faults that are not this one. */
  lookAlikes?: string;
}
