import type { Locale } from '../domain/vocabulary.ts';

/** The words of an audited environment; fetched with what reads one. */
export interface AuditWords {
  /** How many faults affect the environment, and of how many that cannot be told. */
  found(affected: number, unknown: number): string;
  none: string;
  /** What is not listed because it does not occur there, or no longer. */
  left(ruledOut: number, fixed: number): string;
  read(packages: number, machine: string): string;
  notUnderstood(lines: number): string;
  seenIn(names: string): string;
}

export const auditWords: Record<Locale, AuditWords> = {
  en: {
    found: (affected, unknown) =>
      `Known faults in what is installed: ${affected}` +
      (unknown > 0 ? `, and ${unknown} that cannot be told yet` : ''),
    none: 'None of the known faults touches what is installed',
    left: (ruledOut, fixed) =>
      `Not listed: ${ruledOut} that Python, platform or build rule out, ${fixed} that the installed versions no longer have.`,
    read: (packages, machine) =>
      `Read: ${packages} packages${machine === '' ? '' : `, ${machine}`}.`,
    notUnderstood: (lines) =>
      lines === 1 ? 'One line was not understood.' : `${lines} lines were not understood.`,
    seenIn: (names) => `Met in ${names}.`,
  },
  zh: {
    found: (affected, unknown) =>
      `已安装的软件包涉及 ${affected} 个已知故障` +
      (unknown > 0 ? `，另有 ${unknown} 个还不能判断` : ''),
    none: '已安装的软件包没有涉及任何已知故障',
    left: (ruledOut, fixed) =>
      `未列出：${ruledOut} 个因 Python、平台或构建不符而不会出现，${fixed} 个在已安装的版本中已修复。`,
    read: (packages, machine) =>
      `已读取 ${packages} 个软件包${machine === '' ? '' : `，${machine}`}。`,
    notUnderstood: (lines) => `有 ${lines} 行没有看懂。`,
    seenIn: (names) => `常见于 ${names}。`,
  },
};
