import type { Problem } from '../domain/facts/problems.ts';

/** `error`: the build refuses it. `advice`: the article is weaker for it. */
export type Severity = 'error' | 'advice';

/** The families of rules, one file each in `rules/`; `files`, `facts` and `text` are what the build refuses. */
export type Rule =
  | 'files'
  | 'facts'
  | 'text'
  | 'links'
  | 'lists'
  | 'long-lines'
  | 'look-alikes'
  | 'sections'
  | 'signatures'
  | 'spaces'
  | 'terms'
  | 'translations';

/** A piece of a file and what is to stand in its place; the offsets count characters of the text as it was read. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Something said of a content file. */
export interface Remark {
  /** Path from the project's root. */
  file: string;
  /** 1-based; absent when no single line is to blame. */
  line?: number;
  /** 1-based, in characters. */
  column?: number;
  severity: Severity;
  rule: Rule;
  /** What stands there. */
  found: string;
  /** What is to stand there instead. */
  wanted: string;
  /** Both as one sentence. */
  message: string;
  /** Slugs of other articles that it concerns too. */
  others?: readonly string[];
  /** What mends it, where a program can. */
  edit?: Edit;
}

/** Advice about a file; the sentence is made from its parts. */
export function advice(remark: Omit<Remark, 'severity' | 'message'>): Remark {
  const { found, wanted } = remark;
  return { ...remark, severity: 'advice', message: `found ${found}; better: ${wanted}` };
}

/** A problem that stops the build, as a remark. */
export function remarkOf({ file, line, field, found, allowed }: Problem): Remark {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    severity: 'error',
    rule: ruleOf(field),
    found,
    wanted: allowed,
    message: `${field}: found ${found}; allowed: ${allowed}`,
  };
}

const RULES: ReadonlyMap<string, Rule> = new Map([
  ['text', 'text'],
  ['link', 'links'],
  ['file', 'files'],
  ['files', 'files'],
  ['file name', 'files'],
  ['folder name', 'files'],
  ['picture', 'files'],
]);

function ruleOf(field: string): Rule {
  return RULES.get(field) ?? 'facts';
}
