import type { Problem } from '../domain/facts/problems.ts';
import { truncate } from '../domain/text/truncate.ts';

/** `error`: stops the build. `advice`: the article would be better with the change. */
export type Severity = 'error' | 'advice';

/** Rule names in the output. `files`, `facts`, `text` and `links` include problems that stop the build. */
export type RuleName =
  | 'addresses'
  | 'files'
  | 'facts'
  | 'text'
  | 'links'
  | 'lists'
  | 'long-lines'
  | 'look-alikes'
  | 'reproduction'
  | 'sections'
  | 'signatures'
  | 'spaces'
  | 'terms'
  | 'translations';

/** A replacement in a file; offsets in UTF-16 units of the text as it was read, `end` exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A finding of a rule about a content file. */
export interface LintMessage {
  /** Path from the project's root. */
  file: string;
  /** 1-based; `undefined` for the file as a whole. */
  line?: number;
  /** 1-based, in UTF-16 units. */
  column?: number;
  severity: Severity;
  rule: RuleName;
  found: string;
  /** The correct form, or advice. */
  wanted: string;
  /** `found` and `wanted` as a sentence. */
  message: string;
  /** Slugs of other articles that the message concerns. */
  others?: readonly string[];
  /** The automatic fix, if there is one. */
  edit?: Edit;
}

/** Length of quoted output and signatures, in UTF-16 units. */
const MAX_QUOTE_LENGTH = 60;

/** Shortens output or a signature for a message. */
export const quote = (text: string) => truncate(text, MAX_QUOTE_LENGTH);

/** Completes a message of severity `advice`. */
export function advice(parts: Omit<LintMessage, 'severity' | 'message'>): LintMessage {
  const { found, wanted } = parts;
  return { ...parts, severity: 'advice', message: `found ${found}; better: ${wanted}` };
}

/** Converts a problem of the library into a message of severity `error`. */
export function problemMessage({ file, line, field, found, expected }: Problem): LintMessage {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    severity: 'error',
    rule: RULES_BY_FIELD.get(field) ?? 'facts',
    found,
    wanted: expected,
    message: `${field}: found ${found}; allowed: ${expected}`,
  };
}

/** Fields of problems that are not facts. */
const RULES_BY_FIELD: ReadonlyMap<string, RuleName> = new Map([
  ['text', 'text'],
  ['link', 'links'],
  ['file', 'files'],
  ['file name', 'files'],
  ['folder name', 'files'],
]);
