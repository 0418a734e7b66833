import type { MachineFact } from '../domain/affected/verdict-reason.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { plural } from './plural.ts';

/** Texts of the audit of an environment. Loaded with the code that reads one. */
export interface AuditWords {
  /** Headline of an audit with faults that affect the environment. */
  found(affected: number): string;
  none: string;
  /** Headline where faults may affect the environment, and none certainly does. */
  noneCertain: string;
  /** Headline of an environment of which only the interpreter is known. */
  nonePython(version: string): string;
  /** Headlines where no answer can be given for the whole text. */
  nothingRead: string;
  partlyRead: string;
  /** Describes the packages and the machine that were read; `machine` is empty if it is unknown. */
  read(packages: number, machine: string): string;
  notUnderstood(lines: number): string;
  unreadLine(number: number, text: string): string;
  tooLong: string;
  /** Says what can be read, where nothing was. */
  readable: string;
  /** In place of the faults that an upgrade fixes: it only makes the other upgrades possible. */
  neededByOthers: string;
  /** Says how many of the faults that affect the environment the upgrades fix. */
  planFixes(cleared: number, affected: number): string;
  requireCrate(name: string, version: string): string;
  seenIn(names: string): string;
  /**
   * Counts the faults whose verdict depends on missing facts.
   *
   * @param isMore whether they follow faults that affect the environment
   */
  undecided(count: number, isMore: boolean, facts: readonly string[]): string;
  facts: Record<MachineFact | 'python-micro', string>;
  versionOf(name: string): string;
  /** Counts the articles about faults that can occur with the packages. */
  possible(count: number): string;
  /** Counts the faults that are not listed because they do not apply or are fixed; at least one of them is not zero. */
  left(ruledOut: number, fixed: number): string;
}

export const auditWords: Record<Locale, AuditWords> = {
  en: {
    found: (affected) =>
      `${plural(affected, 'known fault')} ${affected === 1 ? 'affects' : 'affect'} the installed packages`,
    none: 'No known fault affects the installed packages',
    noneCertain: 'No known fault certainly affects the installed packages',
    nonePython: (version) => `No known fault affects Python ${version}`,
    nothingRead: 'No packages recognized in this text',
    partlyRead: 'Most of this text was not recognized',
    read: (packages, machine) =>
      `Detected environment: ${plural(packages, 'package')}${machine === '' ? '' : `, ${machine}`}.`,
    notUnderstood: (lines) =>
      `${plural(lines, 'line')} ${lines === 1 ? 'was' : 'were'} not recognized.`,
    unreadLine: (number, text) => `Line ${number}: ${text}`,
    tooLong: 'The text is too long: only its beginning was read.',
    readable: 'Paste the output of pip list, pip freeze or conda list, or a lock file.',
    neededByOthers: 'needed for the other upgrades',
    planFixes: (cleared, affected) =>
      cleared < affected
        ? `These upgrades fix ${cleared} of the ${affected} faults.`
        : `These upgrades fix ${affected === 1 ? 'the fault' : `all ${affected} faults`}.`,
    requireCrate: (name, version) => `Require ${name} ${version} or later in Cargo.toml.`,
    seenIn: (names) => `Also reported in ${names}.`,
    undecided: (n, isMore, facts) =>
      `${isMore ? `${n} more` : plural(n, 'known fault')} ${n === 1 ? 'depends' : 'depend'} on ${new Intl.ListFormat('en').format(facts)}`,
    facts: {
      python: 'the Python version',
      'python-micro': 'the exact Python release',
      platform: 'the platform',
      build: 'the Python build',
    },
    versionOf: (name) => `the version of ${name}`,
    possible: (n) => `${plural(n, 'article')} ${n === 1 ? 'concerns' : 'concern'} these packages`,
    left: (ruledOut, fixed) =>
      [
        ...(ruledOut === 0
          ? []
          : [
              `${plural(ruledOut, 'known fault')} ${ruledOut === 1 ? 'does' : 'do'} not apply to your Python, platform or build.`,
            ]),
        ...(fixed === 0
          ? []
          : [
              `${plural(fixed, 'known fault')} ${fixed === 1 ? 'is' : 'are'} fixed in the installed versions.`,
            ]),
      ].join(' '),
  },
  zh: {
    found: (affected) => `${affected} 个已知故障影响已安装的软件包`,
    none: '没有已知故障影响已安装的软件包',
    noneCertain: '没有已知故障确定影响已安装的软件包',
    nonePython: (version) => `没有已知故障影响 Python ${version}`,
    nothingRead: '没有从这段文字中识别到软件包',
    partlyRead: '这段文字大部分无法识别',
    read: (packages, machine) =>
      `识别到的环境：${packages} 个软件包${machine === '' ? '' : `，${machine}`}。`,
    notUnderstood: (lines) => `有 ${lines} 行无法识别。`,
    unreadLine: (number, text) => `第 ${number} 行：${text}`,
    tooLong: '文字太长，只读取了开头部分。',
    readable: '请粘贴 pip list、pip freeze 或 conda list 的输出，或者一个锁文件。',
    neededByOthers: '其他升级所需',
    planFixes: (cleared, affected) =>
      cleared < affected
        ? `这些升级可以修复 ${affected} 个故障中的 ${cleared} 个。`
        : `这些升级可以修复${affected === 1 ? '这个故障' : `全部 ${affected} 个故障`}。`,
    requireCrate: (name, version) => `请在 Cargo.toml 中要求 ${name} ${version} 或更高版本。`,
    seenIn: (names) => `也出现在 ${names}。`,
    undecided: (n, isMore, facts) =>
      `${isMore ? '另有 ' : ''}${n} 个已知故障取决于${new Intl.ListFormat('zh').format(facts)}`,
    facts: {
      python: ' Python 版本',
      'python-micro': ' Python 的修订版本',
      platform: '平台',
      build: '解释器构建',
    },
    versionOf: (name) => ` ${name} 的版本`,
    possible: (n) => `${n} 篇文章与这些软件包有关`,
    left: (ruledOut, fixed) =>
      [
        ...(ruledOut === 0 ? [] : [`${ruledOut} 个已知故障不适用于你的 Python、平台或构建。`]),
        ...(fixed === 0 ? [] : [`${fixed} 个已知故障在已安装的版本中已修复。`]),
      ].join(''),
  },
};
