import type { Confidence } from '../diagnosis/diagnose.ts';
import type { RedactedKind } from '../diagnosis/report/redact.ts';
import type { Cause, Locale } from '../domain/vocabulary.ts';

/**
 * Texts that scripts assemble in the browser. Every search page loads them, so keep them few: texts that can be part of
 * the HTML belong in `en.ts` and `zh.ts`.
 */
export interface BrowserWords {
  /** Prefix of the paths in this language. */
  prefix: string;
  results(n: number): string;
  more(n: number): string;
  remove(facet: string, value: string): string;
  confidence: Record<Confidence, string>;
  /** In place of a confidence, if several faults print the same line. */
  shared: string;
  /** Heading of the findings after the first. */
  others: string;
  /** Label of the line that only one of several findings prints. */
  lookFor: string;
  line(number: number): string;
  /** Summary of the evidence: of a log, and of a single line or words. */
  why(line: number): string;
  whyThis: string;
  /** Labels of the line that matched: output of a program, and words that the reader typed. */
  printed: string;
  wrote: string;
  /** In place of the verdict on the reader's versions, if no release has the fault. */
  noRelease: Record<Extract<Cause, 'environment' | 'usage'>, string>;
  noVersions: string;
  lines(n: number): string;
  unknown: string;
  found(title: string): string;
  /** Heading of the results below a finding or an unknown error. */
  similar: string;
  /** @param label short form of an upstream address */
  cited(label: string): string;
  uncited(label: string): string;
  /** Lists what a redaction removed, with counts. */
  removed(kinds: readonly [RedactedKind, number][]): string;
}

const removedNames: Record<Locale, Record<RedactedKind, string>> = {
  en: {
    secret: 'secrets',
    email: 'email addresses',
    address: 'host addresses',
    user: 'user names',
    path: 'paths',
  },
  zh: { secret: '密钥', email: '邮箱', address: '主机地址', user: '用户名', path: '路径' },
};

export const browserWords: Record<Locale, BrowserWords> = {
  en: {
    prefix: '',
    results: (n) => (n === 0 ? 'No results' : n === 1 ? '1 result' : `${n} results`),
    more: (n) => `Show ${n} more`,
    remove: (facet, value) => `Remove filter ${facet}: ${value}`,
    confidence: { high: 'This is it', medium: 'Likely' },
    shared: 'One of these',
    others: 'Similar errors',
    lookFor: 'Of these, only this fault also prints',
    line: (number) => `Your log, line ${number}`,
    why: (line) => `Why: line ${line} matches`,
    whyThis: 'Why: this matches',
    printed: 'Your machine printed',
    wrote: 'You wrote',
    noRelease: {
      environment: 'No release has this fault: it comes from the machine or from how it is set up.',
      usage: 'No release has this fault: it comes from the code that uses the package.',
    },
    noVersions: 'Your versions are not in this text. The article lists the affected ones.',
    lines: (n) => (n === 1 ? '1 line' : `${n} lines`),
    unknown: 'Not a known error',
    found: (title) => `Found: ${title}`,
    similar: 'Articles with similar words',
    cited: (label) => `Articles about ${label}`,
    uncited: (label) => `No article cites ${label}`,
    removed: (kinds) =>
      kinds.length === 0
        ? 'Nothing had to be removed.'
        : `Removed: ${kinds.map(([kind, n]) => `${removedNames.en[kind]} (${n})`).join(', ')}.`,
  },
  zh: {
    prefix: '/zh',
    results: (n) => (n === 0 ? '没有结果' : `${n} 条结果`),
    more: (n) => `再显示 ${n} 条`,
    remove: (facet, value) => `去掉条件 ${facet}：${value}`,
    confidence: { high: '就是它', medium: '很可能' },
    shared: '其中之一',
    others: '相似的报错',
    lookFor: '其中只有这个故障还会输出',
    line: (number) => `你的日志，第 ${number} 行`,
    why: (line) => `依据：第 ${line} 行匹配`,
    whyThis: '依据：这段内容匹配',
    printed: '日志原文',
    wrote: '你输入的内容',
    noRelease: {
      environment: '没有哪个版本带有这个故障：原因在于机器或环境配置。',
      usage: '没有哪个版本带有这个故障：原因在于调用这个包的代码。',
    },
    noVersions: '这段内容里没有你的版本信息。受影响的版本见文章。',
    lines: (n) => `${n} 行`,
    unknown: '不是已收录的报错',
    found: (title) => `找到：${title}`,
    similar: '含有相近词语的文章',
    cited: (label) => `与 ${label} 有关的文章`,
    uncited: (label) => `没有文章引用 ${label}`,
    removed: (kinds) =>
      kinds.length === 0
        ? '没有需要去掉的内容。'
        : `已去掉：${kinds.map(([kind, n]) => `${removedNames.zh[kind]} ${n} 处`).join('，')}。`,
  },
};
