import type { Locale } from '../../domain/vocabulary.ts';

/** @see https://nodejs.org/api/errors.html#common-system-errors */
const REASONS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ENOENT: { en: 'no such file or folder', zh: '没有这个文件或目录' },
  EISDIR: { en: 'found a folder; allowed: a file', zh: '这是目录，应为文件' },
  ENOTDIR: { en: 'a part of the path is not a folder', zh: '路径中有一段不是目录' },
  EACCES: { en: 'permission denied', zh: '没有权限' },
};

/** Describes why a file could not be read or written; by the system's code or message for rare reasons. */
export function fileErrorReason(error: unknown): Readonly<Record<Locale, string>> {
  const { code } = error as NodeJS.ErrnoException;
  const rare = code ?? String(error);
  return (code === undefined ? undefined : REASONS[code]) ?? { en: rare, zh: rare };
}
