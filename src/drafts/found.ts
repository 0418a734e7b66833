/** A fact with its evidence. */
export interface Found<T> {
  value: T;
  /** Where the source states it: `title`, `line 42`, `label`. */
  read?: string;
  /** False if the writer has to check the value. */
  isSure: boolean;
  /** A hint for checking the value. */
  note?: string;
}

/** Returns the comment beside a fact, such as `read: line 42 # check: seen with 3.13.1`. */
export function commentOf({ read, isSure, note }: Found<unknown>): string | undefined {
  const check = isSure ? '' : note === undefined ? '# check' : `# check: ${note}`;
  const comment = [read === undefined ? '' : `read: ${read}`, check].filter(Boolean).join(' ');
  return comment === '' ? undefined : comment.replace(/^# /, '');
}
