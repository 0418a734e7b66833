/** A fact with where it was read. */
export interface Found<T> {
  value: T;
  /** `title`, `line 42`, `label`; absent for what was not read anywhere. */
  read?: string;
  /** False for what the writer has to look at. */
  isSure: boolean;
  /** Why it is not sure, or what was found instead. */
  note?: string;
}

/** `line 42`. */
export const atLine = (number: number) => `line ${number}`;

/** The comment beside a fact: `read: line 42 # check: seen with 3.0.10`; `undefined` where there is nothing to say. */
export function commentOf({ read, isSure, note }: Found<unknown>): string | undefined {
  const parts = [
    ...(read === undefined ? [] : [`read: ${read}`]),
    ...(isSure ? [] : [note === undefined ? '# check' : `# check: ${note}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ').replace(/^# /, '');
}
