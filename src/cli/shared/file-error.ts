/** @see https://nodejs.org/api/errors.html#common-system-errors */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'found a folder; allowed: a file',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'permission denied',
};

/** Describes why a file could not be read or written; the system's code or message for rare reasons. */
export function fileErrorReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? String(error) : (REASONS[code] ?? code);
}
