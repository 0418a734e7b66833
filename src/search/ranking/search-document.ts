import type { Signature } from '../../domain/facts/signature.ts';

/** The text of one article as the search has it; text in the reader's language comes before English. */
export interface SearchDocument {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** Text of the fix. */
  fix: string;
  /** Lines that the software prints. */
  signatures: string;
  /** Id, project, component, earlier slugs, and packages whose users run into the fault. */
  names: string;
  /** Words of the body that few other articles have. */
  body: string;
}

/** The input of a document; see `IndexEntry`. */
export interface SearchSource {
  id: string;
  slug: string;
  project: string;
  component?: string;
  title: string;
  summary?: string;
  fix?: string;
  english?: { title: string; summary: string };
  aliases?: readonly string[];
  seenIn?: readonly string[];
  signatures: readonly Signature[];
  messages: readonly string[];
  code?: string;
  text: string;
}
