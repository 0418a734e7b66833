import type { Problem } from '../domain/facts/problems.ts';

/** `error` stops the build; `advice` does not. */
export type Severity = 'error' | 'advice';

/** Rules, one file each in `rules/`. `files`, `facts` and `text` also name problems that stop the build. */
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

/** A replacement in a file. The offsets are UTF-16 code units of the text as it was read. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An error or a piece of advice about a content file. */
export interface Remark {
  /** Path from the project root. */
  file: string;
  /** 1-based; absent if it concerns no single line. */
  line?: number;
  /** 1-based, in characters. */
  column?: number;
  severity: Severity;
  rule: Rule;
  /** What the file contains. */
  found: string;
  /** What to write instead. */
  wanted: string;
  /** Both as one sentence. */
  message: string;
  /** Slugs of other articles that it concerns. */
  others?: readonly string[];
  /** Edit that fixes it, if it can be fixed automatically. */
  edit?: Edit;
}

/** Creates a piece of advice; its message is built from `found` and `wanted`. */
export function advice(remark: Omit<Remark, 'severity' | 'message'>): Remark {
  const { found, wanted } = remark;
  return { ...remark, severity: 'advice', message: `found ${found}; better: ${wanted}` };
}

/** Converts a problem that stops the build into a remark. */
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
