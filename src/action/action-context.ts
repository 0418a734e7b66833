import type { Knowledge } from '../api/published-knowledge.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Dependencies of the Action, injected so tests can replace them. */
export interface ActionContext {
  env: Readonly<Record<string, string | undefined>>;
  /** Returns an input of the workflow; an empty string when it is not set. */
  getInput: (name: string) => string;
  setOutput: (name: string, value: string) => void;
  info: (message: string) => void;
  warning: (message: string) => void;
  /** Reports an error and fails the run. */
  setFailed: (message: string) => void;
  /** Appends Markdown to the summary of the run. */
  writeSummary: (text: string) => Promise<unknown>;
  /** Returns the knowledge of this release of the Action. */
  shippedKnowledge: (language: Locale) => Promise<Knowledge>;
  /** Back-off unit in ms: 1000; tests use 1. */
  second: number;
}
