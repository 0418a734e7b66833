import type { Confidence } from '../diagnosis/diagnose.ts';
import type { RedactedKind } from '../diagnosis/report/redact.ts';
import type { Locale } from '../domain/vocabulary.ts';

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
  printed(line: number): string;
  known: string;
  unknown: string;
  found(title: string): string;
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
    printed: (line) => `Your log, line ${line}`,
    known: 'Known signature',
    unknown: 'No known fault matches this error',
    found: (title) => `Diagnosis: ${title}`,
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
    printed: (line) => `你的日志，第 ${line} 行`,
    known: '已知特征',
    unknown: '没有与这个报错匹配的已知故障',
    found: (title) => `诊断：${title}`,
    removed: (kinds) =>
      kinds.length === 0
        ? '没有需要去掉的内容。'
        : `已去掉：${kinds.map(([kind, n]) => `${removedNames.zh[kind]} ${n} 处`).join('，')}。`,
  },
};
