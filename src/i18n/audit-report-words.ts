import type { Locale } from '../domain/vocabulary.ts';
import { plural } from './plural.ts';

/** Texts of the audit on the command line, beside those of `auditWords`. */
export interface AuditReportWords {
  /** Counts the packages of a file, with what kind of file it is. */
  packages(count: number, kinds: string): string;
  /** Says which interpreter was asked about the machine, after what it answered. */
  askedOf(interpreter: string): string;
  unknownPython: string;
  noRelease: string;
  /** Joins a package and those that it does not work with. */
  beside(package_: string, others: string): string;
  mayAffect: string;
  canOccur: string;
  dependsOn(facts: string): string;
  /** Says how many of the faults the upgrades fix. */
  upgradesFix(cleared: number, affected: number): string;
  possible(count: number): string;
  ignored(count: number): string;
  known(count: number): string;
  /** Names facts, and counts further ones. */
  listOfFacts(names: readonly string[], more: number): string;
  /** Asks for options that supply facts. */
  pass(facts: string, options: string): string;
  invalidVersion(subject: string, found: string, allowed: string): string;
  notFollowed(line: string): string;
  notRecognized(line: string): string;
  moreNotRecognized(lines: number): string;
  contradiction(fact: string, values: readonly string[]): string;
  standardInput: string;
  /** Ends a sentence. */
  sentence(text: string): string;
}

const listOf = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const auditReportWords: Record<Locale, AuditReportWords> = {
  en: {
    packages: (n, kinds) => `${plural(n, 'package')} (${kinds})`,
    askedOf: (interpreter) =>
      ` (from ${interpreter}; --python, --platform and --build override it)`,
    unknownPython: 'Python version unknown',
    noRelease: ', no fixed release yet',
    beside: (package_, others) => `${package_} with ${others}`,
    mayAffect: 'May affect you',
    canOccur: 'Can occur',
    dependsOn: (facts) => `Depends on ${facts}`,
    upgradesFix: (cleared, affected) =>
      `The upgrades fix ${cleared === affected ? 'all' : cleared} of them.`,
    possible: (n) =>
      `${plural(n, 'article')} ${n === 1 ? 'concerns' : 'concern'} these packages; --all lists them.`,
    ignored: (n) => `${plural(n, 'known fault')} ignored (--ignore).`,
    known: (n) => `${plural(n, 'known fault')} in the baseline.`,
    listOfFacts: (names, more) => listOf(more > 0 ? [...names, `${more} more`] : names),
    pass: (facts, options) => `${facts}: pass ${options}`,
    invalidVersion: (subject, found, allowed) =>
      `the version of ${subject} (found ${found}; allowed: ${allowed})`,
    notFollowed: (line) => `not followed: ${line}; pass that file as well.`,
    notRecognized: (line) => `not recognized: ${line}`,
    moreNotRecognized: (lines) => `${plural(lines, 'more line')} not recognized.`,
    contradiction: (fact, values) =>
      `${fact}: found ${values.join(', ')}, using ${values[0]}; choose one with --${fact}.`,
    standardInput: 'standard input',
    sentence: (text) => `${text}.`,
  },
  zh: {
    packages: (n, kinds) => `${n} 个软件包（${kinds}）`,
    askedOf: (interpreter) =>
      `（来自 ${interpreter}；可用 --python、--platform 和 --build 另行指定）`,
    unknownPython: 'Python 版本未知',
    noRelease: '，还没有修复版本',
    beside: (package_, others) => `${package_} 与 ${others} 一起`,
    mayAffect: '可能影响你',
    canOccur: '可能出现',
    dependsOn: (facts) => `取决于${facts}`,
    upgradesFix: (cleared, affected) =>
      cleared === affected ? '这些升级可以全部修复。' : `这些升级可以修复其中 ${cleared} 个。`,
    possible: (n) => `${n} 篇文章与这些软件包有关；用 --all 列出。`,
    ignored: (n) => `按 --ignore 略去 ${n} 个已知故障。`,
    known: (n) => `基线中有 ${n} 个已知故障。`,
    listOfFacts: (names, more) =>
      names.join('、') + (more > 0 ? `等 ${names.length + more} 项` : ''),
    pass: (facts, options) => `${facts}：请加上 ${options}`,
    invalidVersion: (subject, found, allowed) =>
      ` ${subject} 的版本（收到 ${found}；应为 ${allowed}）`,
    notFollowed: (line) => `没有读取所引用的文件：${line}；请一并给出。`,
    notRecognized: (line) => `无法识别：${line}`,
    moreNotRecognized: (lines) => `另有 ${lines} 行无法识别。`,
    contradiction: (fact, values) =>
      `${fact}：有 ${values.join('、')}，采用 ${values[0]}；可用 --${fact} 指定。`,
    standardInput: '标准输入',
    sentence: (text) => `${text}。`,
  },
};
