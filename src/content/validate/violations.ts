/** Content that an article must not have, with what to write instead. */
export interface Violation {
  /** 1-based line of the text, not of the file. */
  line: number;
  found: string;
  expected: string;
}

/** A violation of a node or a value, whose line the caller knows. */
export type ViolationDetail = Omit<Violation, 'line'>;
