import type { Locale } from '../domain/vocabulary.ts';

/** Texts of the audit of an environment. Loaded with the code that reads one. */
export interface AuditWords {
  /**
   * Headline of an audit with findings.
   *
   * @param affected number of faults that affect the environment
   * @param unknown number of faults that may affect it
   */
  found(affected: number, unknown: number): string;
  none: string;
  /** Counts the faults that are not listed because they do not apply or are fixed. */
  left(ruledOut: number, fixed: number): string;
  read(packages: number, machine: string): string;
  notUnderstood(lines: number): string;
  seenIn(names: string): string;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const auditWords: Record<Locale, AuditWords> = {
  en: {
    found: (affected, unknown) => {
      const possible = `${count(unknown, 'known fault')} may affect the installed packages`;
      if (affected === 0) return possible;
      const certain = `${count(affected, 'known fault')} ${affected === 1 ? 'affects' : 'affect'} the installed packages`;
      return unknown === 0 ? certain : `${certain}, ${unknown} more may`;
    },
    none: 'No known fault affects the installed packages',
    left: (ruledOut, fixed) =>
      `${count(ruledOut, 'known fault')} ${ruledOut === 1 ? 'does' : 'do'} not apply to your Python, platform or build; ` +
      `${fixed} ${fixed === 1 ? 'is' : 'are'} fixed in the installed versions.`,
    read: (packages, machine) =>
      `Detected: ${count(packages, 'package')}${machine === '' ? '' : `, ${machine}`}.`,
    notUnderstood: (lines) =>
      `${count(lines, 'line')} ${lines === 1 ? 'was' : 'were'} not recognized.`,
    seenIn: (names) => `Also reported in ${names}.`,
  },
  zh: {
    found: (affected, unknown) => {
      if (affected === 0) return `${unknown} 个已知故障可能影响已安装的软件包`;
      const certain = `${affected} 个已知故障影响已安装的软件包`;
      return unknown === 0 ? certain : `${certain}，另有 ${unknown} 个可能影响`;
    },
    none: '没有已知故障影响已安装的软件包',
    left: (ruledOut, fixed) =>
      `${ruledOut} 个已知故障不适用于你的 Python、平台或构建；${fixed} 个在已安装的版本中已修复。`,
    read: (packages, machine) =>
      `识别到 ${packages} 个软件包${machine === '' ? '' : `，${machine}`}。`,
    notUnderstood: (lines) => `有 ${lines} 行无法识别。`,
    seenIn: (names) => `也出现在 ${names}。`,
  },
};
