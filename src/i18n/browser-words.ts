import type { Confidence } from '../diagnosis/decide/decide.ts';
import type { RedactedKind } from '../diagnosis/report/redact.ts';
import type { Locale } from '../domain/vocabulary.ts';

/**
 * The few words that scripts put together in the browser. They are sent with every search, so they stay few:
 * whatever a page can carry in its HTML belongs into `en.ts` and `zh.ts`.
 */
export interface BrowserWords {
  /** What stands before the paths of this language. */
  prefix: string;
  results(n: number): string;
  more(n: number): string;
  remove(facet: string, value: string): string;
  confidence: Record<Confidence, string>;
  printed(line: number): string;
  known: string;
  /** Stands where a fault was known by its words and no signature matched. */
  byWords: string;
  unknown: string;
  found(title: string): string;
  /** What a redaction took out, and how often. */
  removed(kinds: readonly [RedactedKind, number][]): string;
}

const removedNames: Record<Locale, Record<RedactedKind, string>> = {
  en: { secret: 'secrets', email: 'e-mail', address: 'hosts', user: 'names', path: 'folders' },
  zh: { secret: '密钥', email: '邮箱', address: '主机地址', user: '用户名', path: '目录' },
};

export const browserWords: Record<Locale, BrowserWords> = {
  en: {
    prefix: '',
    results: (n) => (n === 0 ? 'No results' : n === 1 ? '1 result' : `${n} results`),
    more: (n) => `Show ${n} more`,
    remove: (facet, value) => `Remove filter ${facet}: ${value}`,
    confidence: { high: 'This is it', medium: 'Likely', low: 'Possibly' },
    printed: (line) => `Your machine printed, line ${line}`,
    known: 'Known signature',
    byWords: 'No signature matched; the words did.',
    unknown: 'No known fault matches this',
    found: (title) => `Diagnosis: ${title}`,
    removed: (kinds) =>
      kinds.length === 0
        ? 'Nothing had to be taken out.'
        : `Taken out: ${kinds.map(([kind, n]) => `${removedNames.en[kind]} (${n})`).join(', ')}.`,
  },
  zh: {
    prefix: '/zh',
    results: (n) => (n === 0 ? '没有结果' : `${n} 条结果`),
    more: (n) => `再显示 ${n} 条`,
    remove: (facet, value) => `去掉条件 ${facet}：${value}`,
    confidence: { high: '就是它', medium: '很可能', low: '有可能' },
    printed: (line) => `你的机器打印了（第 ${line} 行）`,
    known: '已知特征',
    byWords: '没有匹配到特征，依据的是文字内容。',
    unknown: '没有匹配的已知故障',
    found: (title) => `诊断：${title}`,
    removed: (kinds) =>
      kinds.length === 0
        ? '没有需要去掉的内容。'
        : `已去掉：${kinds.map(([kind, n]) => `${removedNames.zh[kind]} ${n} 处`).join('，')}。`,
  },
};
